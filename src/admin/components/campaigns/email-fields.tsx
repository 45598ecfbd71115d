import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { Field } from "../common/field"
import { TemplateField } from "../picker/template-field"

type EmailFieldsProps = { templateId: string | null; onChange: (id: string) => void }

/** Which template an e-mail is made from, and the way to it. */
export function EmailFields({ templateId, onChange }: EmailFieldsProps) {
  const { t } = useTranslation("engage")
  return (
    <Field label={t("campaigns.step.email.template")}>
      <TemplateField
        label={t("campaigns.step.email.template")}
        templateId={templateId}
        placeholder={t("campaigns.step.email.none")}
        onPick={onChange}
      />
      <Link
        to={templateId ? `/engage/templates/${templateId}` : "/engage/templates/create"}
        className="txt-compact-small text-ui-fg-subtle hover:text-ui-fg-base underline focus-visible:shadow-borders-focus w-fit rounded-sm outline-none"
      >
        {t(templateId ? "campaigns.step.email.edit" : "campaigns.step.email.create")}
      </Link>
    </Field>
  )
}
