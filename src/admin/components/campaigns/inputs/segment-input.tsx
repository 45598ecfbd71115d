import { useTranslation } from "react-i18next"
import { useSegment } from "../../../hooks/api/segments"
import { Field } from "../../common/field"
import { FieldButton } from "../../picker/field-button"
import { SegmentPicker } from "../../picker/segment-picker"

type SegmentInputProps = { label: string; id: string; onChange: (id: string) => void }

/** One segment. */
export function SegmentInput({ label, id, onChange }: SegmentInputProps) {
  const { t } = useTranslation("engage")
  const { data: segment } = useSegment(id || undefined)
  return (
    <Field label={label}>
      <SegmentPicker
        label={label}
        selected={id ? [id] : []}
        onPick={(picked) => onChange(picked.id)}
        trigger={
          <FieldButton empty={!id} aria-label={label} className="min-h-8 w-full">
            {id ? (segment?.name ?? "…") : t("campaigns.entry.chooseSegment")}
          </FieldButton>
        }
      />
    </Field>
  )
}
