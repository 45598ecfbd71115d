import { useTranslation } from "react-i18next"
import { useFields } from "../../../hooks/api/fields"
import { SkipHolidays } from "../../calendar/skip-holidays"
import { FieldInput } from "../inputs/field-input"
import { NumberInput, TextInput } from "../inputs/inputs"
import type { StepFieldsProps, StepForm, StepOf } from "./step-form"

function Fields({ step, onChange }: StepFieldsProps<"wait_date">) {
  const { t } = useTranslation("engage")
  return (
    <>
      <FieldInput dates value={step.field} onChange={(field) => onChange({ ...step, field })} />
      <NumberInput
        label={t("campaignSteps.waitDate.offset")}
        hint={t("campaignSteps.waitDate.offsetHint")}
        min={-365}
        max={365}
        value={step.offset}
        onChange={(offset) => onChange({ ...step, offset }, "offset")}
      />
      <TextInput
        type="time"
        label={t("campaigns.step.wait_until.time")}
        value={step.time}
        onChange={(time) => onChange({ ...step, time }, "time")}
      />
      <SkipHolidays
        checked={step.skip_holidays ?? false}
        hint={t("holidays.skipDay")}
        onChange={(skip_holidays) => onChange({ ...step, skip_holidays })}
      />
    </>
  )
}

function Summary({ step }: { step: StepOf<"wait_date"> }) {
  const { t } = useTranslation("engage")
  const { data: fields } = useFields()
  const { field, offset, time, skip_holidays } = step
  if (!field) return t("campaignTriggers.field.choose")
  const own = fields?.find(({ scope, key }) => scope === "profile" && key === field)
  const days = t("campaigns.unit.days", { count: Math.abs(offset) })
  const place = offset < 0 ? "before" : offset > 0 ? "after" : "on"
  const when = t(`campaignSteps.waitDate.${place}`, { name: own?.label ?? field, days, time })
  return skip_holidays ? `${when}, ${t("holidays.notThen")}` : when
}

/** Waiting for a day that one of the shop's own fields holds. */
export const waitDate: StepForm<"wait_date"> = { Fields, Summary }
