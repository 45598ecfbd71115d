import { Button, Container, Heading, Text, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Attachment, TemplatePreview } from "../../../types/content"
import type { TemplateInput } from "../../hooks/api/templates"
import { problemsIn } from "../../lib/template-languages"
import { TextPart } from "../templates/text-part"
import { VariableInput } from "../templates/variable-input"
import { AttachmentsField } from "./attachments-field"

type MessageTabProps = {
  draft: TemplateInput
  /** The language that is being written; `null` for the message's own. */
  language: string | null
  preview: TemplatePreview | undefined
  profileId: string | undefined
  onChange: (change: Partial<TemplateInput>, tag?: string) => void
  /** Files are the same in all languages. */
  onAttachments: (change: (files: Attachment[]) => Attachment[]) => void
}

/** What stands around the message: subject, preview line, plain text, and in which way it is written. */
export function MessageTab(props: MessageTabProps) {
  const { draft, language, preview, profileId, onChange, onAttachments } = props
  const { t } = useTranslation("engage")
  const prompt = usePrompt()
  const problemOf = (part: "subject" | "preheader") =>
    problemsIn(preview, language).find((problem) => problem.part === part)?.message

  const toHtml = async () => {
    const sure = await prompt({
      title: t("editor.mode.title"),
      description: t("editor.mode.description"),
      confirmText: t("editor.mode.confirm"),
      cancelText: t("actions.cancel"),
    })
    if (sure && preview) onChange({ html: preview.html, document: null })
  }

  return (
    <div className="mx-auto flex max-w-[760px] flex-col gap-y-4 p-6">
      <Container className="flex flex-col gap-y-4 px-6 py-4">
        <Heading level="h2">{t("editor.inbox.title")}</Heading>
        <VariableInput
          id="template-subject"
          label={t("templates.subject")}
          value={draft.subject}
          problem={problemOf("subject")}
          profileId={profileId}
          onChange={(subject) => onChange({ subject }, "subject")}
        />
        <VariableInput
          id="template-preheader"
          label={t("templates.preheader")}
          hint={t("templates.preheaderHint")}
          value={draft.preheader}
          problem={problemOf("preheader")}
          profileId={profileId}
          onChange={(preheader) => onChange({ preheader }, "preheader")}
        />
      </Container>
      <Container className="px-6 py-4">
        <AttachmentsField files={draft.attachments ?? []} onChange={onAttachments} />
      </Container>
      <Container className="px-6 py-4">
        <TextPart
          text={draft.text}
          automatic={preview?.text ?? ""}
          onChange={(text) => onChange({ text }, "text")}
        />
      </Container>
      {draft.document && (
        <Container className="flex items-center justify-between gap-x-4 px-6 py-4">
          <div>
            <Heading level="h2">{t("editor.mode.heading")}</Heading>
            <Text size="small" className="text-ui-fg-subtle">
              {t("editor.mode.hint")}
            </Text>
          </div>
          <Button size="small" variant="secondary" className="shrink-0" onClick={toHtml}>
            {t("editor.mode.action")}
          </Button>
        </Container>
      )}
    </div>
  )
}
