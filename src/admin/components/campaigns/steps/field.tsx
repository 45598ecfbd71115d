import { useTranslation } from "react-i18next"
import { useFields } from "../../../hooks/api/fields"
import { FieldInput } from "../inputs/field-input"
import { TextInput } from "../inputs/inputs"
import type { StepFieldsProps, StepForm, StepOf } from "./step-form"

function Fields({ step, onChange }: StepFieldsProps<"field">) {
  const { t } = useTranslation("engage")
  return (
    <>
      <FieldInput value={step.field} onChange={(field) => onChange({ ...step, field })} />
      <TextInput
        label={t("campaignSteps.field.value")}
        hint={t("campaignSteps.field.hintEmpty")}
        value={step.value}
        onChange={(value) => onChange({ ...step, value }, "value")}
      />
    </>
  )
}

function Summary({ step }: { step: StepOf<"field"> }) {
  const { t } = useTranslation("engage")
  const { data: fields } = useFields()
  if (!step.field) return t("campaignTriggers.field.choose")
  const own = fields?.find(({ scope, key }) => scope === "profile" && key === step.field)
  const name = own?.label ?? step.field
  return step.value
    ? t("campaignSteps.field.set", { name, value: step.value })
    : t("campaignSteps.field.empty", { name })
}

/** Writing a value into a field. */
export const field: StepForm<"field"> = { Fields, Summary }
