import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Import } from "../../../types/transfer"
import { useImports } from "../../hooks/api/transfer"
import { useFormat } from "../../hooks/use-format"
import type { useListParams } from "../../hooks/use-list-params"
import { EmptyState, ErrorState } from "../common/states"
import { Time } from "../common/values"
import { CursorFooter } from "../list/cursor-footer"
import { type Column, ListTable } from "../list/list-table"
import { ImportStatusBadge } from "./import-status"

/** Imports, latest first. */
export function ImportsTable({ params }: { params: ReturnType<typeof useListParams> }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const { limit, cursor } = params
  const { data, error, refetch, isFetching } = useImports({ limit, cursor })
  const columns: Column<Import>[] = [
    {
      id: "file",
      header: t("transfer.file"),
      cell: (one) => (
        <Text as="span" size="small" leading="compact" weight="plus">
          {one.filename}
        </Text>
      ),
    },
    { id: "kind", header: t("transfer.by"), cell: (one) => t(`transfer.kind.${one.kind}`) },
    {
      id: "status",
      header: t("transfer.status"),
      cell: (one) => <ImportStatusBadge status={one.status} />,
    },
    {
      id: "rows",
      header: t("transfer.rows"),
      align: "right",
      cell: (one) => format.number(one.total),
    },
    {
      id: "refused",
      header: t("transfer.outcome.refused"),
      align: "right",
      cell: (one) => format.number((one.checked ?? one.counts).refused),
    },
    { id: "when", header: t("transfer.when"), cell: (one) => <Time at={one.created_at} /> },
  ]
  if (error && !data) return <ErrorState error={error} onRetry={refetch} className="border-t" />
  if (data && !data.imports.length)
    return (
      <EmptyState
        className="border-t"
        title={t("transfer.emptyTitle")}
        description={t("transfer.emptyDescription")}
      />
    )
  return (
    <>
      <div className="border-t">
        <ListTable
          label={t("transfer.imports")}
          columns={columns}
          rows={data?.imports}
          rowKey={(one) => one.id}
          href={(one) => `/engage/imports/${one.id}`}
          isFetching={isFetching && !data}
        />
      </div>
      <CursorFooter
        params={params}
        nextCursor={data?.next_cursor}
        rows={data?.imports.length ?? 0}
      />
    </>
  )
}
