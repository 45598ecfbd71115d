import { useTranslation } from "react-i18next"
import { VariableInput } from "../../templates/variable-input"
import type { StepFieldsProps, StepForm, StepOf } from "./step-form"

function Fields({ step, onChange }: StepFieldsProps<"notify">) {
  const { t } = useTranslation("engage")
  return (
    <>
      <VariableInput
        id="notify-title"
        label={t("campaignSteps.notify.title")}
        value={step.title}
        onChange={(title) => onChange({ ...step, title }, "title")}
      />
      <VariableInput
        id="notify-text"
        label={t("campaignSteps.notify.text")}
        value={step.text}
        onChange={(text) => onChange({ ...step, text }, "text")}
      />
    </>
  )
}

function Summary({ step: { title } }: { step: StepOf<"notify"> }) {
  const { t } = useTranslation("engage")
  return title || t("campaignSteps.notify.none")
}

/** Telling the staff, in the admin's notifications. */
export const notify: StepForm<"notify"> = { Fields, Summary }
