import { PaperClip } from "@medusajs/icons"
import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Attachment } from "../../../types/content"
import { useFormat } from "../../hooks/use-format"
import { FileLink } from "./file-link"

/** The files that go along with a message, on one line; nothing when there are none. */
export function AttachedFiles({ files, className }: { files: Attachment[]; className?: string }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  if (!files.length) return null
  return (
    <ul aria-label={t("editor.attachments.title")} className={`flex flex-wrap gap-2 ${className}`}>
      {files.map(({ id, name, size }) => (
        <li
          key={id}
          className="bg-ui-bg-component shadow-elevation-card-rest flex max-w-full items-center gap-x-1.5 rounded-md px-2 py-1"
        >
          <PaperClip className="text-ui-fg-subtle shrink-0" aria-hidden />
          <FileLink id={id} name={name} className="txt-compact-xsmall" />
          <Text size="xsmall" leading="compact" className="text-ui-fg-subtle whitespace-nowrap">
            {format.bytes(size)}
          </Text>
        </li>
      ))}
    </ul>
  )
}
