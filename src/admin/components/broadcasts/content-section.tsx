import { Button, Label, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { Template } from "../../../types/content"
import { type BroadcastInput } from "../../hooks/api/broadcasts"
import { useTemplate, useTemplatePreview } from "../../hooks/api/templates"
import { Section } from "../common/states"
import type { SendingChannel } from "../../../types/common"
import { ShortPreview } from "../short/short-preview"
import { SmsCounter } from "../short/sms-counter"
import { AttachedFiles } from "../message/attached-files"
import { MessageFrame } from "../message/message-frame"
import { TemplateField } from "../picker/template-field"

type ContentSectionProps = {
  channel: SendingChannel
  templateId: string | null
  onChange: (changes: Partial<BroadcastInput>) => void
}

/** What the broadcast says: one template, shown as it will look. */
export function ContentSection({ channel, templateId, onChange }: ContentSectionProps) {
  const { t } = useTranslation("engage")
  const { data: template } = useTemplate(templateId ?? undefined)

  return (
    <Section
      title={t("broadcasts.section.content")}
      description={t("broadcasts.section.contentHint")}
      actions={
        <Button size="small" variant="secondary" asChild>
          <Link to={templateId ? `/engage/templates/${templateId}` : "/engage/templates/create"}>
            {t(templateId ? "broadcasts.editTemplate" : "templates.create")}
          </Link>
        </Button>
      }
    >
      <div className="flex flex-col gap-y-1 px-6 py-4">
        <Label size="small" weight="plus">
          {t("broadcasts.template")}
        </Label>
        <TemplateField
          label={t("broadcasts.template")}
          channel={channel}
          templateId={templateId}
          placeholder={t("broadcasts.chooseTemplate")}
          onPick={(id) => onChange({ template_id: id })}
        />
      </div>
      {templateId && template && <ContentPreview template={template} />}
    </Section>
  )
}

function ContentPreview({ template }: { template: Template }) {
  const { t } = useTranslation("engage")
  const { channel, subject, preheader, html, text, card } = template
  const content = { channel, subject, preheader, html, text, card }
  const { data } = useTemplatePreview(content, undefined)
  if (!data?.rendered) return null
  if (channel !== "email") {
    return (
      <div className="flex flex-col gap-y-3 px-6 py-4">
        <ShortPreview channel={channel} message={data.rendered} />
        <SmsCounter length={data.sms} />
      </div>
    )
  }
  return (
    <div className="flex flex-col gap-y-3 px-6 py-4">
      <div className="min-w-0">
        <Text size="small" leading="compact" weight="plus" className="text-ui-fg-base truncate">
          {data.rendered.subject}
        </Text>
        <Text size="small" leading="compact" className="text-ui-fg-subtle truncate">
          {data.rendered.preheader}
        </Text>
      </div>
      <AttachedFiles files={template.attachments} />
      <MessageFrame
        title={t("templates.preview.title")}
        html={data.rendered.html}
        width={720}
        className="shadow-elevation-card-rest h-[380px] rounded-lg"
      />
    </div>
  )
}
