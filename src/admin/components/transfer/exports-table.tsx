import { Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Export } from "../../../types/transfer"
import { useExports } from "../../hooks/api/transfer"
import type { useListParams } from "../../hooks/use-list-params"
import { fileUrl } from "../../lib/client"
import { EmptyState, ErrorState } from "../common/states"
import { Time } from "../common/values"
import { CursorFooter } from "../list/cursor-footer"
import { type Column, ListTable } from "../list/list-table"

/** Who exported what, latest first. */
export function ExportsTable({ params }: { params: ReturnType<typeof useListParams> }) {
  const { t } = useTranslation("engage")
  const { limit, cursor } = params
  const { data, error, refetch, isFetching } = useExports({ limit, cursor })
  const columns: Column<Export>[] = [
    {
      id: "kind",
      header: t("transfer.by"),
      cell: (one) => (
        <Text as="span" size="small" leading="compact" weight="plus">
          {t(`transfer.kind.${one.kind}`)}
        </Text>
      ),
    },
    {
      id: "whom",
      header: t("transfer.whom"),
      cell: (one) => t(one.segment_id ? "transfer.onlySegment" : "transfer.everybody"),
    },
    { id: "format", header: t("transfer.format"), cell: (one) => one.format.toUpperCase() },
    { id: "when", header: t("transfer.when"), cell: (one) => <Time at={one.created_at} /> },
    {
      id: "file",
      header: "",
      align: "right",
      cell: (one) => (
        <Button size="small" variant="secondary" asChild>
          <a href={fileUrl(one.url)}>{t("transfer.download")}</a>
        </Button>
      ),
    },
  ]
  if (error && !data) return <ErrorState error={error} onRetry={refetch} className="border-t" />
  if (data && !data.exports.length)
    return (
      <EmptyState
        className="border-t"
        title={t("transfer.noExportsTitle")}
        description={t("transfer.noExportsDescription")}
      />
    )
  return (
    <>
      <div className="border-t">
        <ListTable
          label={t("transfer.exports")}
          columns={columns}
          rows={data?.exports}
          rowKey={(one) => one.id}
          isFetching={isFetching && !data}
        />
      </div>
      <CursorFooter
        params={params}
        nextCursor={data?.next_cursor}
        rows={data?.exports.length ?? 0}
      />
    </>
  )
}
