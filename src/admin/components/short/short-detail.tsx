import { Badge, Button, Container, Heading, Skeleton } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { Template } from "../../../types/content"
import { useTemplatePreview } from "../../hooks/api/templates"
import { CheckPanel } from "../editor/check-panel"
import { PersonSwitch } from "../templates/person-switch"
import { ShortPreview } from "./short-preview"
import { SmsCounter } from "./sms-counter"

/** One short template as people get it, with what was found wrong with it. */
export function ShortDetail({ template }: { template: Template }) {
  const { t } = useTranslation("engage")
  const [profileId, setProfileId] = useState<string>()
  const { channel, subject, preheader, html, text, card, languages } = template
  const content = { channel, subject, preheader, html, text, card, languages }
  const { data: preview } = useTemplatePreview(content, profileId)

  return (
    <div className="flex flex-col gap-y-3">
      <Container className="flex flex-wrap items-center justify-between gap-3 px-6 py-4">
        <div className="flex min-w-0 items-center gap-x-3">
          <Heading>{template.name}</Heading>
          <Badge size="2xsmall">{t(`channel.${channel}`)}</Badge>
        </div>
        <Button size="small" variant="secondary" asChild>
          <Link to={`/engage/templates/${template.id}/edit`}>{t("templates.openEditor")}</Link>
        </Button>
      </Container>
      <div className="grid grid-cols-1 items-start gap-3 xl:grid-cols-[minmax(0,1fr)_400px]">
        <Container className="divide-y overflow-hidden p-0">
          <PersonSwitch preview={preview} onProfile={setProfileId} />
          {preview?.rendered ? (
            <ShortPreview
              channel={channel}
              message={preview.rendered}
              className="min-h-[280px] rounded-none"
            />
          ) : (
            <Skeleton className="m-4 h-[240px]" />
          )}
          {preview?.sms && (
            <div className="px-6 py-4">
              <SmsCounter length={preview.sms} />
            </div>
          )}
        </Container>
        <CheckPanel content={content} />
      </div>
    </div>
  )
}
