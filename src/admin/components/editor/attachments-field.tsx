import { PaperClip, XMarkMini } from "@medusajs/icons"
import { Button, Heading, Hint, IconButton, Text } from "@medusajs/ui"
import { type ChangeEvent, useRef } from "react"
import { useTranslation } from "react-i18next"
import { type Attachment, MOST_ATTACHED } from "../../../types/content"
import { useAttachFile } from "../../hooks/api/templates"
import { useFormat } from "../../hooks/use-format"
import { FileLink } from "../message/file-link"

type AttachmentsFieldProps = {
  files: Attachment[]
  onChange: (change: (files: Attachment[]) => Attachment[]) => void
}

/** The files that go along with the message: adds one by one, says how much room is left, and takes one away. */
export function AttachmentsField({ files, onChange }: AttachmentsFieldProps) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const attach = useAttachFile()
  const input = useRef<HTMLInputElement>(null)
  const used = files.reduce((sum, { size }) => sum + size, 0)
  const tooMuch = used > MOST_ATTACHED.bytes
  const full = files.length >= MOST_ATTACHED.files

  const onFile = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0]
    target.value = ""
    if (file)
      attach.mutate(file, {
        onSuccess: (added) => onChange((before) => [...before, added]),
      })
  }

  return (
    <div className="flex flex-col gap-y-3">
      <div className="flex items-start justify-between gap-x-4">
        <div>
          <Heading level="h2">{t("editor.attachments.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {t("editor.attachments.hint")}
          </Text>
        </div>
        <input
          ref={input}
          type="file"
          hidden
          data-testid="attachment-file"
          aria-label={t("editor.attachments.add")}
          onChange={onFile}
        />
        <Button
          size="small"
          variant="secondary"
          type="button"
          className="shrink-0"
          disabled={full}
          isLoading={attach.isPending}
          onClick={() => input.current?.click()}
        >
          {t("editor.attachments.add")}
        </Button>
      </div>
      {files.length > 0 && (
        <ul className="flex flex-col gap-y-2">
          {files.map(({ id, name, size }) => (
            <li
              key={id}
              className="bg-ui-bg-component shadow-elevation-card-rest flex items-center gap-x-2 rounded-md py-1.5 pl-3 pr-1.5"
            >
              <PaperClip className="text-ui-fg-subtle shrink-0" aria-hidden />
              <FileLink id={id} name={name} className="txt-compact-small min-w-0 flex-1" />
              <Text size="small" leading="compact" className="text-ui-fg-subtle tabular-nums">
                {format.bytes(size)}
              </Text>
              <IconButton
                size="small"
                variant="transparent"
                type="button"
                aria-label={t("actions.remove", { name })}
                onClick={() => onChange((before) => before.filter((one) => one.id !== id))}
              >
                <XMarkMini />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      {files.length > 0 && (
        <Text size="small" className={tooMuch ? "text-ui-fg-error" : "text-ui-fg-subtle"}>
          {t(tooMuch ? "editor.attachments.tooMuch" : "editor.attachments.used", {
            used: format.bytes(used),
            most: format.bytes(MOST_ATTACHED.bytes),
          })}
        </Text>
      )}
      {attach.error && (
        <Hint variant="error" role="alert">
          {attach.error.message.replace(/^file: /, "")}
        </Hint>
      )}
    </div>
  )
}
