import { Input, Label } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import { useTemplate } from "../../hooks/api/templates"
import { useFormat } from "../../hooks/use-format"

type Subjects = Record<string, string>

type VariantSubjectsProps = {
  /** Of the version. */
  name: string
  templateId: string | null
  subjects: Subjects
  onChange: (subjects: Subjects) => void
}

/** The subject of a version in the other languages that its template speaks, each on a line of its own. */
export function VariantSubjects({ name, templateId, subjects, onChange }: VariantSubjectsProps) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const id = useId()
  const { data: template } = useTemplate(templateId ?? undefined)
  const setIn = (language: string, text: string) => {
    const { [language]: _, ...others } = subjects
    onChange(text ? { ...others, [language]: text } : others)
  }

  return template?.languages.map(({ language }) => (
    <div key={language} className="flex flex-col gap-y-1 md:col-span-2">
      <Label size="xsmall" className="text-ui-fg-subtle" htmlFor={id + language}>
        <span className="sr-only">{name}: </span>
        {t("broadcastPlan.ab.subjectIn", { language: format.language(language) })}
      </Label>
      <Input
        id={id + language}
        placeholder={t("broadcastPlan.ab.sameSubject")}
        value={subjects[language] ?? ""}
        onChange={({ target }) => setIn(language, target.value)}
      />
    </div>
  ))
}
