import { ComputerDesktop, Moon, Phone, Sun, Tablet } from "@medusajs/icons"
import { Container, Heading, IconButton, Skeleton, Tabs, Text, clx } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { TemplatePreview } from "../../../types/content"
import { ErrorState } from "../common/states"
import { AttachedFiles } from "../message/attached-files"
import { MessageFrame } from "../message/message-frame"
import { PersonSwitch } from "./person-switch"

const DEVICES = [
  { key: "desktop", width: undefined, Icon: ComputerDesktop },
  { key: "tablet", width: 768, Icon: Tablet },
  { key: "phone", width: 375, Icon: Phone },
] as const

type PreviewPaneProps = {
  preview: TemplatePreview | undefined
  error: Error | null
  onRetry: () => void
  isFetching: boolean
  onProfile: (id: string) => void
}

/** The message as one person gets it, on the screen of their choice, in light or dark. */
export function PreviewPane({ preview, error, onRetry, isFetching, onProfile }: PreviewPaneProps) {
  const { t } = useTranslation("engage")
  const [device, setDevice] = useState<(typeof DEVICES)[number]>(DEVICES[0])
  const [dark, setDark] = useState(false)
  const rendered = preview?.rendered

  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-center justify-between gap-2 px-4 py-3">
        <Heading level="h2">{t("templates.preview.title")}</Heading>
        <div
          className="flex items-center gap-x-1"
          role="group"
          aria-label={t("templates.preview.device")}
        >
          {DEVICES.map((option) => (
            <IconButton
              key={option.key}
              size="small"
              type="button"
              variant={option.key === device.key ? "primary" : "transparent"}
              aria-pressed={option.key === device.key}
              title={t(`templates.preview.${option.key}`)}
              aria-label={t(`templates.preview.${option.key}`)}
              onClick={() => setDevice(option)}
            >
              <option.Icon />
            </IconButton>
          ))}
          <IconButton
            size="small"
            type="button"
            variant={dark ? "primary" : "transparent"}
            aria-pressed={dark}
            title={t("templates.preview.dark")}
            aria-label={t("templates.preview.dark")}
            onClick={() => setDark(!dark)}
          >
            {dark ? <Sun /> : <Moon />}
          </IconButton>
        </div>
      </div>
      <PersonSwitch preview={preview} onProfile={onProfile} />
      {error ? (
        <ErrorState error={error} onRetry={onRetry} />
      ) : !preview ? (
        <Skeleton className="m-4 h-[480px]" />
      ) : !rendered ? (
        <Text size="small" className="text-ui-fg-subtle px-4 py-10 text-center">
          {t("templates.preview.broken")}
        </Text>
      ) : (
        <Tabs defaultValue="html" className={clx("transition-opacity", isFetching && "opacity-60")}>
          <div className="flex items-center justify-between gap-x-4 px-4 py-3">
            <div className="min-w-0">
              <Text
                size="small"
                leading="compact"
                weight="plus"
                className="text-ui-fg-base truncate"
              >
                {rendered.subject || t("messages.noSubject")}
              </Text>
              <Text size="small" leading="compact" className="text-ui-fg-subtle truncate">
                {rendered.preheader}
              </Text>
            </div>
            <Tabs.List className="shrink-0">
              <Tabs.Trigger value="html">{t("messages.tab.html")}</Tabs.Trigger>
              <Tabs.Trigger value="text">{t("messages.tab.text")}</Tabs.Trigger>
            </Tabs.List>
          </div>
          <AttachedFiles files={preview.attachments} className="px-4 pb-3" />
          <Tabs.Content value="html" className="bg-ui-bg-subtle border-t p-4">
            <MessageFrame
              html={rendered.html}
              title={t("templates.preview.title")}
              width={device.width}
              dark={dark}
              className="h-[620px] rounded-md"
            />
          </Tabs.Content>
          <Tabs.Content value="text" className="border-t">
            <pre
              tabIndex={0}
              className="text-ui-fg-base h-[652px] overflow-auto whitespace-pre-wrap break-words p-4 font-mono text-[12px] leading-5 outline-none"
            >
              {rendered.text}
            </pre>
          </Tabs.Content>
        </Tabs>
      )}
    </Container>
  )
}
