import { useTranslation } from "react-i18next"
import type { Broadcast } from "../../../types/broadcast"
import { useFormat } from "../../hooks/use-format"
import { plainLiquid } from "../../lib/liquid-text"
import { StatusOf } from "../common/badges"
import { Time } from "../common/values"
import { FiledName } from "../filing/filed-name"
import { type Column, ListTable, type Selection } from "../list/list-table"
import { BroadcastMenu } from "./broadcast-menu"

type BroadcastsTableProps = {
  broadcasts: Broadcast[] | undefined
  isFetching?: boolean
  /** Given where they can be chosen, copied, filed and put away. */
  selection?: Selection<Broadcast>
}

/** Broadcasts with where they stand and how many messages left. */
export function BroadcastsTable({ broadcasts, isFetching, selection }: BroadcastsTableProps) {
  const { t } = useTranslation("engage")
  const format = useFormat()

  const columns: Column<Broadcast>[] = [
    {
      id: "name",
      header: t("broadcasts.columns.name"),
      cell: (broadcast) => (
        <FiledName
          row={broadcast}
          detail={
            broadcast.template
              ? plainLiquid(broadcast.template.subject)
              : t("broadcasts.noTemplate")
          }
        />
      ),
    },
    {
      id: "status",
      header: t("broadcasts.columns.status"),
      cell: (broadcast) => <StatusOf status={broadcast.status} />,
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
    ...(selection
      ? [
          {
            id: "actions",
            header: <span className="sr-only">{t("actions.more")}</span>,
            align: "right" as const,
            cell: (broadcast: Broadcast) => <BroadcastMenu broadcast={broadcast} />,
          },
        ]
      : []),
  ]

  return (
    <ListTable
      label={t("broadcasts.title")}
      columns={columns}
      rows={broadcasts}
      rowKey={(broadcast) => broadcast.id}
      href={(broadcast) => `/engage/broadcasts/${broadcast.id}`}
      selection={selection}
      isFetching={isFetching}
    />
  )
}
