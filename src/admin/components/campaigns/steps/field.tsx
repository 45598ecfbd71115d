import { useTranslation } from "react-i18next"
import { FIELD_CHANGES, type FieldChange } from "../../../../types/campaign-plan"
import { useFields } from "../../../hooks/api/fields"
import { FieldInput } from "../inputs/field-input"
import { ChoiceInput, TextInput } from "../inputs/inputs"
import type { StepFieldsProps, StepForm, StepOf } from "./step-form"

const TO: FieldChange = "set"
/** What each change is told, and what is said of it. */
const TOLD: Record<Exclude<FieldChange, "clear">, [label: string, hint: string]> = {
  set: ["value", "hintEmpty"],
  add: ["add", "addHint"],
  days: ["days", "daysHint"],
  trigger: ["trigger", "triggerHint"],
}

function Fields({ step, onChange }: StepFieldsProps<"field">) {
  const { t } = useTranslation("engage")
  const change = step.change ?? TO
  return (
    <>
      <FieldInput value={step.field} onChange={(field) => onChange({ ...step, field })} />
      <ChoiceInput
        label={t("campaignSteps.field.change")}
        value={change}
        options={FIELD_CHANGES.map((one) => [one, t(`campaignSteps.field.changes.${one}`)])}
        onChange={(one) =>
          onChange({
            ...step,
            change: one === TO ? undefined : (one as FieldChange),
            value: one === "days" ? "0" : "",
          })
        }
      />
      {change !== "clear" && (
        <TextInput
          label={t(`campaignSteps.field.${TOLD[change][0]}`)}
          hint={t(`campaignSteps.field.${TOLD[change][1]}`)}
          value={step.value}
          onChange={(value) => onChange({ ...step, value }, "value")}
        />
      )}
    </>
  )
}

function Summary({ step }: { step: StepOf<"field"> }) {
  const { t } = useTranslation("engage")
  const { data: fields } = useFields()
  if (!step.field) return t("campaignTriggers.field.choose")
  const own = fields?.find(({ scope, key }) => scope === "profile" && key === step.field)
  const name = own?.label ?? step.field
  const number = Number(step.value)
  switch (step.change ?? TO) {
    case "add":
      return t(`campaignSteps.field.${number < 0 ? "taken" : "added"}`, {
        name,
        value: Math.abs(number),
      })
    case "days":
      if (number === 0) return t("campaignSteps.field.dayOf_0", { name })
      return t(`campaignSteps.field.${number < 0 ? "dayBefore" : "dayAfter"}`, {
        name,
        count: Math.abs(number),
      })
    case "trigger":
      return t("campaignSteps.field.fromTrigger", { name, value: step.value })
    case "set":
      if (step.value) return t("campaignSteps.field.set", { name, value: step.value })
  }
  return t("campaignSteps.field.empty", { name })
}

/** Changing a field: to a value, by a number, to a day, to what let people in says, or to nothing. */
export const field: StepForm<"field"> = { Fields, Summary }
