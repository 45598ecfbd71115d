import { Container, Hint } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { channelForm } from "../../../types/channel-form"
import type { SendingChannel } from "../../../types/common"
import type { TemplatePreview, TemplateProblem } from "../../../types/content"
import type { TemplateInput } from "../../hooks/api/templates"
import { problemsIn } from "../../lib/template-languages"
import { VariableInput } from "../templates/variable-input"
import { ApprovedFields } from "./approved-fields"
import { CardFields } from "./card-fields"
import { SmsCounter } from "./sms-counter"
import { TextArea } from "./text-area"

type ShortFieldsProps = {
  channel: SendingChannel
  draft: TemplateInput
  /** The language that is being written; `null` for the message's own. */
  language: string | null
  preview: TemplatePreview | undefined
  profileId: string | undefined
  onChange: (change: Partial<TemplateInput>, tag?: string) => void
}

/** What a short message says. */
export function ShortFields(props: ShortFieldsProps) {
  const { channel, draft, language, preview, profileId, onChange } = props
  const { t } = useTranslation("engage")
  const { card } = draft
  const { title, approved } = channelForm(channel)
  const problemsOf = (part: TemplateProblem["part"]) =>
    problemsIn(preview, language)
      .filter((problem) => problem.part === part)
      .map((p) => p.message)

  return (
    <Container className="flex flex-col gap-y-4 px-6 py-4">
      {title && (
        <VariableInput
          id="short-title"
          label={t("short.title")}
          value={draft.subject}
          problem={problemsOf("subject")[0]}
          profileId={profileId}
          onChange={(subject) => onChange({ subject }, "subject")}
        />
      )}
      <TextArea
        id="short-text"
        label={t("short.text")}
        rows={card ? 4 : 8}
        value={draft.text ?? ""}
        problems={problemsOf("text")}
        hint={t(`short.${channel}.hint`, { defaultValue: "" }) || undefined}
        profileId={profileId}
        onChange={(text) => onChange({ text }, "text")}
      />
      {card && (
        <CardFields
          card={card}
          channel={channel}
          profileId={profileId}
          onChange={(next, tag) => onChange({ card: next }, tag)}
        />
      )}
      {card && approved && (
        <ApprovedFields
          card={card}
          profileId={profileId}
          onChange={(next, tag) => onChange({ card: next }, tag)}
        />
      )}
      {problemsOf("card").map((problem) => (
        <Hint key={problem} variant="error">
          {problem}
        </Hint>
      ))}
      <SmsCounter length={preview?.sms} />
    </Container>
  )
}
