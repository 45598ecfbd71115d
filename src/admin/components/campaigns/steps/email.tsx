import { useTranslation } from "react-i18next"
import { useTemplate } from "../../../hooks/api/templates"
import { EmailFields } from "../email-fields"
import type { StepFieldsProps, StepForm, StepOf } from "./step-form"

function Fields({ step, onChange }: StepFieldsProps<"email">) {
  return (
    <EmailFields
      templateId={step.template_id}
      onChange={(template_id) => onChange({ ...step, template_id })}
    />
  )
}

function Summary({ step: { template_id: id } }: { step: StepOf<"email"> }) {
  const { t } = useTranslation("engage")
  const { data } = useTemplate(id ?? undefined)
  if (!id) return t("campaigns.step.email.none")
  return data?.name ?? "…"
}

/** Sending an e-mail. */
export const email: StepForm<"email"> = { Fields, Summary }
