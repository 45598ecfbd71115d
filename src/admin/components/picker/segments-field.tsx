import { Plus, XMarkMini } from "@medusajs/icons"
import { Badge, Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useSegment } from "../../hooks/api/segments"
import { Field } from "../common/field"
import { SegmentPicker } from "./segment-picker"

type Named = { id: string; name: string }

type SegmentsFieldProps = {
  label: string
  hint: string
  ids: string[]
  /** Adds a segment, or takes it away. */
  onToggle: (segment: Named) => void
}

/** Some segments, in the order in which they were chosen. */
export function SegmentsField({ label, hint, ids, onToggle }: SegmentsFieldProps) {
  const { t } = useTranslation("engage")
  return (
    <Field label={label} hint={hint}>
      <div className="flex flex-wrap items-center gap-1.5">
        {ids.map((id) => (
          <Chip key={id} id={id} onRemove={onToggle} />
        ))}
        <SegmentPicker
          several
          label={label}
          selected={ids}
          onPick={({ id, name }) => onToggle({ id, name })}
          trigger={
            <Button size="small" variant="transparent" type="button">
              <Plus />
              {t("picker.addSegment")}
            </Button>
          }
        />
      </div>
    </Field>
  )
}

function Chip({ id, onRemove }: { id: string; onRemove: (segment: Named) => void }) {
  const { t } = useTranslation("engage")
  const { data, isError } = useSegment(id)
  const name = data?.name ?? (isError ? t("picker.goneSegment") : "…")
  return (
    <Badge size="small" className="gap-x-1 pr-1">
      {name}
      <button
        type="button"
        aria-label={t("actions.remove", { name })}
        onClick={() => onRemove({ id, name })}
        className="text-ui-fg-subtle hover:text-ui-fg-base focus-visible:shadow-borders-focus rounded-sm outline-none"
      >
        <XMarkMini />
      </button>
    </Badge>
  )
}
