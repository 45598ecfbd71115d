import { Button, Text, toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { StoredFile, UnusedFiles } from "../../../types/stored-file"
import { useCleanUpFiles } from "../../hooks/api/files"
import type { ListParams } from "../../hooks/use-list-params"
import { useFormat } from "../../hooks/use-format"

const NAMED = 5

type CleanUpProps = {
  params: ListParams
  unused: UnusedFiles
  chosen: StoredFile[]
  onDone: () => void
}

/** How much nothing uses, and what becomes of it: it is shown, chosen, and deleted. */
export function CleanUp({ params, unused, chosen, onDone }: CleanUpProps) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const prompt = usePrompt()
  const cleanUp = useCleanUpFiles()
  const shown = params.param("unused") === "true"

  const onDelete = async () => {
    const names = chosen.slice(0, NAMED).map(({ name }) => name)
    if (chosen.length > NAMED) names.push(t("files.more", { count: chosen.length - NAMED }))
    const sure = await prompt({
      title: t("files.deleteTitle", { count: chosen.length }),
      description: t("files.deleteText", {
        names: names.join(", "),
        interpolation: { escapeValue: false },
      }),
      confirmText: t("actions.delete"),
      cancelText: t("actions.cancel"),
    })
    if (!sure) return
    cleanUp.mutate(
      chosen.map(({ id }) => id),
      {
        onSuccess: ({ deleted, kept }) => {
          toast.success(
            kept.length
              ? t("files.someDeleted", { count: deleted.length, kept: kept.length })
              : t("files.deleted", { count: deleted.length })
          )
          onDone()
        },
        onError: (error) => void toast.error(error.message),
      }
    )
  }

  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t px-6 py-3">
      <Text size="small" className="text-ui-fg-subtle">
        {unused.count
          ? t(shown ? "files.unusedShown" : "files.unusedCount", {
              count: unused.count,
              size: format.bytes(unused.bytes),
            })
          : t("files.nothingUnused")}
      </Text>
      <div className="flex items-center gap-x-2">
        {shown && chosen.length > 0 && (
          <Button size="small" variant="danger" isLoading={cleanUp.isPending} onClick={onDelete}>
            {t("files.delete", { count: chosen.length })}
          </Button>
        )}
        {(shown || unused.count > 0) && (
          <Button
            size="small"
            variant="secondary"
            onClick={() => params.change({ unused: shown ? undefined : "true" })}
          >
            {t(shown ? "files.showAll" : "files.showUnused")}
          </Button>
        )}
      </div>
    </div>
  )
}
