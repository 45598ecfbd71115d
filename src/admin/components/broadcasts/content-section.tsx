import { Button, Label, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { Broadcast } from "../../../types/broadcast"
import type { Template } from "../../../types/content"
import { type BroadcastInput } from "../../hooks/api/broadcasts"
import { useTemplate, useTemplatePreview, useTemplates } from "../../hooks/api/templates"
import { useDebounced } from "../../hooks/use-debounced"
import { Section } from "../common/states"
import { MessageFrame } from "../message/message-frame"
import { FieldButton } from "../picker/field-button"
import { Picker } from "../picker/picker"

type ContentSectionProps = {
  broadcast: Broadcast
  templateId: string | null
  onChange: (changes: Partial<BroadcastInput>) => void
}

/** What the broadcast says: one template, shown as it will look. */
export function ContentSection({ broadcast, templateId, onChange }: ContentSectionProps) {
  const { t } = useTranslation("engage")
  const [text, setText] = useState("")
  const { data, isFetching } = useTemplates({ q: useDebounced(text), limit: 50 })
  const { data: template } = useTemplate(templateId ?? undefined)
  const templates = data?.templates ?? []

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
        <Picker
          label={t("broadcasts.template")}
          options={templates.map(({ id, name, subject }) => ({
            value: id,
            label: name,
            detail: subject,
          }))}
          selected={templateId ? [templateId] : undefined}
          onPick={(id) => onChange({ template_id: id })}
          onSearch={setText}
          loading={isFetching}
          trigger={
            <FieldButton
              empty={!templateId}
              aria-label={t("broadcasts.template")}
              className="min-h-8 w-full"
            >
              {templateId
                ? (template?.name ?? broadcast.template?.name ?? "…")
                : t("broadcasts.chooseTemplate")}
            </FieldButton>
          }
        />
      </div>
      {templateId && template && <ContentPreview template={template} />}
    </Section>
  )
}

function ContentPreview({ template }: { template: Template }) {
  const { t } = useTranslation("engage")
  const { subject, preheader, html, text } = template
  const { data } = useTemplatePreview({ subject, preheader, html, text }, undefined)
  if (!data?.rendered) return null
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
      <MessageFrame
        title={t("templates.preview.title")}
        html={data.rendered.html}
        width={720}
        className="shadow-elevation-card-rest h-[380px] rounded-lg"
      />
    </div>
  )
}
