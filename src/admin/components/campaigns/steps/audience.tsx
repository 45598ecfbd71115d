import { Select } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useAudience } from "../../../hooks/api/audiences"
import { Field } from "../../common/field"
import { AudienceField } from "../audience-field"
import type { StepFieldsProps, StepForm, StepOf } from "./step-form"

function Fields({ step, onChange }: StepFieldsProps<"audience">) {
  const { t } = useTranslation("engage")
  return (
    <>
      <Field label={t("campaigns.step.audience.action")}>
        <Select
          size="small"
          value={step.action}
          onValueChange={(action) => onChange({ ...step, action: action as "add" | "remove" })}
        >
          <Select.Trigger aria-label={t("campaigns.step.audience.action")}>
            <Select.Value />
          </Select.Trigger>
          <Select.Content>
            <Select.Item value="add">{t("campaigns.step.audience.add")}</Select.Item>
            <Select.Item value="remove">{t("campaigns.step.audience.remove")}</Select.Item>
          </Select.Content>
        </Select>
      </Field>
      <AudienceField
        id={step.audience_id}
        onChange={(audience_id) => onChange({ ...step, audience_id })}
      />
    </>
  )
}

function Summary({ step: { audience_id: id, action } }: { step: StepOf<"audience"> }) {
  const { t } = useTranslation("engage")
  const { data } = useAudience(id ?? undefined)
  if (!id) return t("campaigns.step.audience.none")
  return t(`campaigns.step.audience.${action}Name`, { name: data?.name ?? "…" })
}

/** Putting people on a list or taking them off. */
export const audience: StepForm<"audience"> = { Fields, Summary }
