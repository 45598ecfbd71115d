import { Button, Container, Heading, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { Template } from "../../../types/content"
import { useTemplatePreview } from "../../hooks/api/templates"
import { plainLiquid } from "../../lib/liquid-text"
import { CheckPanel } from "../editor/check-panel"
import { PreviewPane } from "./preview-pane"

/** One template as people get it, with what was found wrong with it. */
export function TemplateDetail({ template }: { template: Template }) {
  const { t } = useTranslation("engage")
  const [profileId, setProfileId] = useState<string>()
  const { subject, preheader, html, text, document, languages, attachments } = template
  const content = { subject, preheader, html, text, document, languages, attachments }
  const preview = useTemplatePreview(content, profileId)

  return (
    <div className="flex flex-col gap-y-3">
      <Container className="flex flex-wrap items-center justify-between gap-3 px-6 py-4">
        <div className="min-w-0">
          <Heading>{template.name}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {plainLiquid(subject)}
          </Text>
        </div>
        <Button size="small" variant="secondary" asChild>
          <Link to={`/engage/templates/${template.id}/edit`}>{t("templates.openEditor")}</Link>
        </Button>
      </Container>
      <div className="grid grid-cols-1 items-start gap-3 xl:grid-cols-[minmax(0,1fr)_400px]">
        <PreviewPane
          preview={preview.data}
          error={preview.data ? null : preview.error}
          onRetry={preview.refetch}
          isFetching={preview.isFetching}
          onProfile={setProfileId}
        />
        <CheckPanel content={content} />
      </div>
    </div>
  )
}
