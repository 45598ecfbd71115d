import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Broadcast } from "../../../types/broadcast"
import { useFormat } from "../../hooks/use-format"
import { plainLiquid } from "../../lib/liquid-text"
import { BroadcastStatusBadge } from "../common/badges"
import { Time } from "../common/values"
import { type Column, ListTable } from "../list/list-table"

type BroadcastsTableProps = { broadcasts: Broadcast[] | undefined; isFetching?: boolean }

/** Broadcasts with where they stand and how many messages left. */
export function BroadcastsTable({ broadcasts, isFetching }: BroadcastsTableProps) {
  const { t } = useTranslation("engage")
  const format = useFormat()

  const columns: Column<Broadcast>[] = [
    {
      id: "name",
      header: t("broadcasts.columns.name"),
      cell: (broadcast) => (
        <span className="flex max-w-[360px] flex-col py-1">
          <Text as="span" size="small" leading="compact" weight="plus" className="truncate">
            {broadcast.name}
          </Text>
          <Text as="span" size="xsmall" leading="compact" className="text-ui-fg-subtle truncate">
            {broadcast.template
              ? plainLiquid(broadcast.template.subject)
              : t("broadcasts.noTemplate")}
          </Text>
        </span>
      ),
    },
    {
      id: "status",
      header: t("broadcasts.columns.status"),
      cell: (broadcast) => <BroadcastStatusBadge status={broadcast.status} />,
    },
    {
      id: "audience",
      header: t("broadcasts.columns.audience"),
      cell: (broadcast) => (
        <span className="block max-w-[240px] truncate">
          {broadcast.segment?.name ?? t("broadcasts.noSegment")}
        </span>
      ),
    },
    {
      id: "frozen",
      header: t("broadcasts.columns.people"),
      align: "right",
      cell: (broadcast) => format.number(broadcast.progress?.frozen),
    },
    {
      id: "sent",
      header: t("broadcasts.columns.sent"),
      align: "right",
      cell: (broadcast) => format.number(broadcast.progress?.accepted),
    },
    {
      id: "date",
      header: t("broadcasts.columns.date"),
      cell: (broadcast) => (
        <Time at={broadcast.started_at ?? broadcast.collect_at ?? broadcast.updated_at} />
      ),
    },
  ]

  return (
    <ListTable
      label={t("broadcasts.title")}
      columns={columns}
      rows={broadcasts}
      rowKey={(broadcast) => broadcast.id}
      href={(broadcast) => `/engage/broadcasts/${broadcast.id}`}
      isFetching={isFetching}
    />
  )
}
