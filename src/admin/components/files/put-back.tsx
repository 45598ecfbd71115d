import { Badge, Button, Tooltip, toast } from "@medusajs/ui"
import { useRef } from "react"
import { useTranslation } from "react-i18next"
import type { StoredFile } from "../../../types/stored-file"
import { usePutFileBack } from "../../hooks/api/files"
import { useFormat } from "../../hooks/use-format"

/** A file that cannot be read any more, with a way to put the same one back. */
export function PutBack({ file: { id, name, lost_at } }: { file: StoredFile }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const input = useRef<HTMLInputElement>(null)
  const putBack = usePutFileBack(id)

  const onFile = (chosen: File | undefined) => {
    if (!chosen) return
    putBack.mutate(chosen, {
      onSuccess: () => void toast.success(t("files.back", { name })),
      onError: (error) => void toast.error(error.message.replace(/^file: /, "")),
    })
  }

  return (
    <span className="flex items-center justify-end gap-x-2">
      <Tooltip content={t("files.lostSince", { time: format.dateTime(lost_at) })}>
        <span>
          <Badge size="2xsmall" color="red">
            {t("files.lost")}
          </Badge>
        </span>
      </Tooltip>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={t("files.putBackLabel", { name })}
        onChange={({ target }) => {
          onFile(target.files?.[0])
          target.value = ""
        }}
      />
      <Button
        size="small"
        variant="secondary"
        aria-label={t("files.putBackLabel", { name })}
        isLoading={putBack.isPending}
        onClick={() => input.current?.click()}
      >
        {t("files.putBack")}
      </Button>
    </span>
  )
}
