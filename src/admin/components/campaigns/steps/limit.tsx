import { useTranslation } from "react-i18next"
import { useFormat } from "../../../hooks/use-format"
import { NumberInput } from "../inputs/inputs"
import type { StepFieldsProps, StepForm, StepOf } from "./step-form"

const MOST = 100_000_000

function Fields({ step, onChange }: StepFieldsProps<"limit">) {
  const { t } = useTranslation("engage")
  return (
    <>
      <NumberInput
        label={t("campaignSteps.limit.total")}
        hint={t("campaignSteps.limit.none")}
        min={0}
        max={MOST}
        value={step.total ?? 0}
        onChange={(total) => onChange({ ...step, total: total || null }, "total")}
      />
      <NumberInput
        label={t("campaignSteps.limit.perDay")}
        hint={t("campaignSteps.limit.none")}
        min={0}
        max={MOST}
        value={step.per_day ?? 0}
        onChange={(per_day) => onChange({ ...step, per_day: per_day || null }, "day")}
      />
    </>
  )
}

function Summary({ step }: { step: StepOf<"limit"> }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  return [
    step.total && t("campaignSteps.limit.totalOf", { number: format.number(step.total) }),
    step.per_day && t("campaignSteps.limit.dayOf", { number: format.number(step.per_day) }),
  ]
    .filter(Boolean)
    .join(", ")
}

/** Letting only so many on. */
export const limit: StepForm<"limit"> = { Fields, Summary }
