import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useStaffEmail } from "../../../hooks/api/webhooks"
import { MAX_STAFF_EMAILS } from "../../../../types/campaign-errand"
import { TextInput } from "../inputs/inputs"
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
      <EmailsInput
        value={step.emails ?? []}
        onChange={(emails) => onChange({ ...step, emails: emails.length ? emails : undefined })}
      />
    </>
  )
}

type EmailsInputProps = { value: string[]; onChange: (emails: string[]) => void }

/** Who of the staff is told by e-mail; what is no address yet is not taken over. */
function EmailsInput({ value, onChange }: EmailsInputProps) {
  const { t } = useTranslation("engage")
  const { data: available } = useStaffEmail()
  const [text, setText] = useState(value.join(", "))
  const typed = (next: string) => {
    setText(next)
    const words = next.split(/[\s,;]+/).filter((word) => /^[^@]+@[^@]+\.[^@.]+$/.test(word))
    onChange([...new Set(words)].slice(0, MAX_STAFF_EMAILS))
  }
  return (
    <TextInput
      label={t("campaignSteps.notify.emails")}
      hint={t(`campaignSteps.notify.${available === false ? "noEmail" : "emailsHint"}`)}
      placeholder="ann@shop.example, ben@shop.example"
      value={text}
      onChange={typed}
    />
  )
}

function Summary({ step: { title } }: { step: StepOf<"notify"> }) {
  const { t } = useTranslation("engage")
  return title || t("campaignSteps.notify.none")
}

/** Telling the staff, in the admin's notifications. */
export const notify: StepForm<"notify"> = { Fields, Summary }
