import { Skeleton, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { UsedTemplate } from "../../../types/content"
import { useTemplate, useTemplatePreview } from "../../hooks/api/templates"
import { ErrorState } from "../common/states"
import { MessageFrame } from "../message/message-frame"
import { ShortPreview } from "../short/short-preview"

/** A message of a step as a person would get it, or the sample person. */
export function WalkMessage({ template, person }: { template: string; person?: string }) {
  const { data, error, refetch } = useTemplate(template)
  if (error) return <ErrorState error={error} onRetry={refetch} />
  if (!data) return <Skeleton className="h-[160px] w-full" />
  return <Shown template={data} person={person} />
}

function Shown({ template, person }: { template: UsedTemplate; person?: string }) {
  const { t } = useTranslation("engage")
  const { channel, subject, preheader, html, text, card, document, languages } = template
  const content = { channel, subject, preheader, html, text, card, document, languages }
  const { data, error, refetch } = useTemplatePreview(content, person)
  if (error && !data) return <ErrorState error={error} onRetry={refetch} />
  if (!data) return <Skeleton className="h-[160px] w-full" />
  const { rendered } = data
  if (!rendered)
    return (
      <Text size="small" className="text-ui-fg-subtle">
        {t("templates.preview.broken")}
      </Text>
    )
  if (channel !== "email") return <ShortPreview channel={channel} message={rendered} />
  return (
    <figure className="overflow-hidden rounded-lg border">
      <figcaption className="px-3 py-2">
        <Text size="small" weight="plus" leading="compact" className="truncate">
          {rendered.subject || t("messages.noSubject")}
        </Text>
        <Text size="xsmall" leading="compact" className="text-ui-fg-subtle truncate">
          {rendered.preheader}
        </Text>
      </figcaption>
      <MessageFrame
        html={rendered.html}
        title={rendered.subject}
        width={640}
        className="h-[360px] border-t"
      />
    </figure>
  )
}
