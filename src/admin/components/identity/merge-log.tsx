import { Badge, Button, toast, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { Merge } from "../../../types/identity"
import { useMerges, useUndoMerge } from "../../hooks/api/identity"
import { useFormat } from "../../hooks/use-format"
import { EmptyState, ErrorState, Section } from "../common/states"
import { Time } from "../common/values"
import { type Column, ListTable } from "../list/list-table"

/** Who was merged with whom, when and why, each with a way back. */
export function MergeLog() {
  const { t } = useTranslation("engage")
  const [cursors, setCursors] = useState<string[]>([])
  const { data, error, refetch, isFetching } = useMerges({ limit: 25, cursor: cursors.at(-1) })
  const columns = useMergeColumns()

  return (
    <Section title={t("merges.title")} description={t("merges.description")}>
      {error && !data ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : data && !data.merges.length ? (
        <EmptyState
          className="min-h-[140px] py-6"
          title={t("merges.emptyTitle")}
          description={t("merges.emptyDescription")}
        />
      ) : (
        <ListTable
          label={t("merges.title")}
          columns={columns}
          rows={data?.merges}
          rowKey={(merge) => merge.id}
          isFetching={isFetching}
          skeletonRows={3}
        />
      )}
      {(data?.next_cursor || cursors.length > 0) && (
        <div className="flex justify-end gap-x-2 px-6 py-3">
          <Button
            size="small"
            variant="transparent"
            disabled={!cursors.length}
            onClick={() => setCursors((before) => before.slice(0, -1))}
          >
            {t("list.previous")}
          </Button>
          <Button
            size="small"
            variant="transparent"
            disabled={!data?.next_cursor}
            onClick={() => data?.next_cursor && setCursors([...cursors, data.next_cursor])}
          >
            {t("list.next")}
          </Button>
        </div>
      )}
    </Section>
  )
}

function useMergeColumns(): Column<Merge>[] {
  const { t } = useTranslation("engage")
  const format = useFormat()
  return [
    {
      id: "kept",
      header: t("merges.kept"),
      cell: (merge) => (
        <Link
          to={`/engage/profiles/${merge.kept.id}`}
          className="text-ui-fg-base hover:text-ui-fg-interactive"
        >
          {merge.kept.name}
        </Link>
      ),
    },
    { id: "gone", header: t("merges.gone"), cell: (merge) => merge.gone.name },
    {
      id: "rule",
      header: t("merges.why"),
      cell: (merge) => t(`duplicates.sign.${merge.rule}`, { defaultValue: merge.rule }),
    },
    {
      id: "rows",
      header: t("merges.rows"),
      align: "right",
      cell: (merge) => format.number(merge.rows),
    },
    { id: "at", header: t("merges.at"), cell: (merge) => <Time at={merge.at} /> },
    {
      id: "undo",
      header: <span className="sr-only">{t("merges.undo")}</span>,
      align: "right",
      cell: (merge) => <Undo merge={merge} />,
    },
  ]
}

function Undo({ merge }: { merge: Merge }) {
  const { t } = useTranslation("engage")
  const prompt = usePrompt()
  const undo = useUndoMerge()
  if (merge.undone_at) return <Badge size="2xsmall">{t("merges.undone")}</Badge>

  const onUndo = async () => {
    const sure = await prompt({
      variant: "confirmation",
      title: t("merges.undoTitle"),
      description: t("merges.undoDescription", { name: merge.gone.name }),
      confirmText: t("merges.undo"),
      cancelText: t("actions.cancel"),
    })
    if (!sure) return
    undo.mutate(merge.id, {
      onSuccess: () => void toast.success(t("merges.undoneToast")),
      onError: (error) => void toast.error(error.message),
    })
  }
  return (
    <Button
      size="small"
      variant="secondary"
      isLoading={undo.isPending}
      onClick={onUndo}
      aria-label={t("merges.undoLabel", { name: merge.gone.name })}
    >
      {t("merges.undo")}
    </Button>
  )
}
