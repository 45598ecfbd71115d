import { Container } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { TemplatePreview, TemplateProblem } from "../../../types/content"
import type { TemplateInput } from "../../hooks/api/templates"
import { SmsCounter } from "./sms-counter"
import { TextArea } from "./text-area"

type ShortFieldsProps = {
  draft: TemplateInput
  preview: TemplatePreview | undefined
  profileId: string | undefined
  onChange: (change: Partial<TemplateInput>, tag?: string) => void
}

/** What a short message says. */
export function ShortFields({ draft, preview, profileId, onChange }: ShortFieldsProps) {
  const { t } = useTranslation("engage")
  const problemsOf = (part: TemplateProblem["part"]) =>
    (preview?.problems ?? []).filter((problem) => problem.part === part).map((p) => p.message)

  return (
    <Container className="flex flex-col gap-y-4 px-6 py-4">
      <TextArea
        id="short-text"
        label={t("short.text")}
        rows={8}
        value={draft.text ?? ""}
        problems={problemsOf("text")}
        hint={t("short.sms.hint")}
        profileId={profileId}
        onChange={(text) => onChange({ text }, "text")}
      />
      <SmsCounter length={preview?.sms} />
    </Container>
  )
}
