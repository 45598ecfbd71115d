import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useTemplate, useTemplates } from "../../hooks/api/templates"
import { useDebounced } from "../../hooks/use-debounced"
import { FieldButton } from "../picker/field-button"
import { Picker } from "../picker/picker"
import { Field } from "./field"

type TemplateFieldProps = { id: string | null; onChange: (id: string) => void }

/** Which template an e-mail is made from. */
export function TemplateField({ id, onChange }: TemplateFieldProps) {
  const { t } = useTranslation("engage")
  const [text, setText] = useState("")
  const { data, isFetching } = useTemplates({ q: useDebounced(text), limit: 50 })
  const { data: template } = useTemplate(id ?? undefined)
  return (
    <Field label={t("campaigns.step.email.template")}>
      <Picker
        label={t("campaigns.step.email.template")}
        options={(data?.templates ?? []).map((one) => ({
          value: one.id,
          label: one.name,
          detail: one.subject,
        }))}
        selected={id ? [id] : undefined}
        onPick={onChange}
        onSearch={setText}
        loading={isFetching}
        trigger={
          <FieldButton
            empty={!id}
            aria-label={t("campaigns.step.email.template")}
            className="min-h-8 w-full"
          >
            {id ? (template?.name ?? "…") : t("campaigns.step.email.none")}
          </FieldButton>
        }
      />
      <Link
        to={id ? `/engage/templates/${id}` : "/engage/templates/create"}
        className="txt-compact-small text-ui-fg-interactive hover:text-ui-fg-interactive-hover focus-visible:shadow-borders-focus w-fit rounded-sm outline-none"
      >
        {t(id ? "campaigns.step.email.edit" : "campaigns.step.email.create")}
      </Link>
    </Field>
  )
}
