import { CodeBlock, Drawer, Skeleton, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { usePublishableKeys } from "../../hooks/api/tracker"
import { backendUrl } from "../../lib/client"
import { ErrorState } from "../common/states"

/** The lines that a storefront needs for visits and carts to be known, ready to be copied. */
export function TrackerDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation("engage")
  const { data: keys, error, refetch } = usePublishableKeys(open)
  return (
    <Drawer open={open} onOpenChange={(next) => !next && onClose()}>
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title>{t("events.script.title")}</Drawer.Title>
          <Drawer.Description>{t("events.script.description")}</Drawer.Description>
        </Drawer.Header>
        <Drawer.Body className="flex flex-1 flex-col gap-y-4 overflow-y-auto">
          {error && !keys ? (
            <ErrorState error={error} onRetry={refetch} />
          ) : !keys ? (
            <Skeleton className="h-[200px]" />
          ) : !keys.length ? (
            <Text size="small">{t("events.script.noKey")}</Text>
          ) : (
            keys.map(({ id, title, token }) => (
              <CodeBlock
                key={id}
                snippets={[
                  { label: title, language: "html", code: scriptOf(token), hideLineNumbers: true },
                ]}
              >
                <CodeBlock.Header />
                <CodeBlock.Body />
              </CodeBlock>
            ))
          )}
          <Text size="small" className="text-ui-fg-subtle">
            {t("events.script.after")}
          </Text>
        </Drawer.Body>
      </Drawer.Content>
    </Drawer>
  )
}

const scriptOf = (key: string) => `<script>
  window.engage = window.engage || []
</script>
<script
  async
  src="${backendUrl()}/engage/t/engage.js"
  data-key="${key}"
></script>`
