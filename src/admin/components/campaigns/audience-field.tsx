import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useAudience, useAudiences } from "../../hooks/api/audiences"
import { useDebounced } from "../../hooks/use-debounced"
import { FieldButton } from "../picker/field-button"
import { Picker } from "../picker/picker"
import { Field } from "../common/field"

type AudienceFieldProps = { id: string | null; onChange: (id: string) => void }

/** Which audience people are put on or taken from. */
export function AudienceField({ id, onChange }: AudienceFieldProps) {
  const { t } = useTranslation("engage")
  const [text, setText] = useState("")
  const { data, isFetching } = useAudiences({ q: useDebounced(text), limit: 50 })
  const { data: audience } = useAudience(id ?? undefined)
  return (
    <Field label={t("campaigns.step.audience.audience")}>
      <Picker
        label={t("campaigns.step.audience.audience")}
        options={(data?.audiences ?? []).map((one) => ({ value: one.id, label: one.name }))}
        selected={id ? [id] : undefined}
        onPick={onChange}
        onSearch={setText}
        loading={isFetching}
        trigger={
          <FieldButton
            empty={!id}
            aria-label={t("campaigns.step.audience.audience")}
            className="min-h-8 w-full"
          >
            {id ? (audience?.name ?? "…") : t("campaigns.step.audience.none")}
          </FieldButton>
        }
      />
    </Field>
  )
}
