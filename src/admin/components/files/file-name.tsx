import { PaperClip, Photo } from "@medusajs/icons"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { StoredFile } from "../../../types/stored-file"
import { Text } from "@medusajs/ui"
import { useFormat } from "../../hooks/use-format"
import { FileLink } from "../message/file-link"

/** A picture small beside its name, or a file that goes along with e-mail; pressing the name opens or saves it. */
export function FileName({ file }: { file: StoredFile }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const [gone, setGone] = useState(false)
  return (
    <span className="flex items-center gap-x-3 py-1">
      <span className="bg-ui-bg-component border-ui-border-base text-ui-fg-subtle flex size-10 shrink-0 items-center justify-center overflow-hidden rounded border">
        {!file.url ? (
          <PaperClip aria-hidden />
        ) : gone ? (
          <Photo aria-hidden />
        ) : (
          <img
            src={file.url}
            alt=""
            loading="lazy"
            onError={() => setGone(true)}
            className="size-full object-cover"
          />
        )}
      </span>
      <span className="flex min-w-0 max-w-[320px] flex-col">
        {file.url ? (
          <a
            href={file.url}
            target="_blank"
            rel="noreferrer"
            className="txt-compact-small-plus text-ui-fg-base hover:text-ui-fg-interactive focus-visible:shadow-borders-focus truncate rounded-sm outline-none"
          >
            {file.name}
          </a>
        ) : (
          <FileLink id={file.id} name={file.name} className="txt-compact-small-plus" />
        )}
        <Text as="span" size="xsmall" leading="compact" className="text-ui-fg-subtle">
          {t(`files.kind.${file.kind}`)} · {format.bytes(file.size)}
        </Text>
      </span>
    </span>
  )
}
