import { useTranslation } from "react-i18next"
import { TextInput } from "../inputs/inputs"
import type { StepFieldsProps, StepForm, StepOf } from "./step-form"

function Fields({ step, onChange }: StepFieldsProps<"exit">) {
  const { t } = useTranslation("engage")
  return (
    <TextInput
      label={t("campaignSteps.exit.reason")}
      hint={t("campaignSteps.exit.hint")}
      value={step.reason}
      onChange={(reason) => onChange({ ...step, reason }, "reason")}
    />
  )
}

function Summary({ step: { reason } }: { step: StepOf<"exit"> }) {
  const { t } = useTranslation("engage")
  return reason || t("campaignSteps.exit.none")
}

/** The end of a way, with a reason. */
export const exit: StepForm<"exit"> = { Fields, Summary }
