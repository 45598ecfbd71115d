import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { EventName } from "../../../types/event"
import { useEventNames } from "../../hooks/api/events"
import { useFormat } from "../../hooks/use-format"
import type { ListParams } from "../../hooks/use-list-params"
import { EmptyState, ErrorState } from "../common/states"
import { Time } from "../common/values"
import { type Column, ListTable } from "../list/list-table"
import { Search, Toolbar } from "../list/list-toolbar"
import { SchemaDrawer } from "./schema-drawer"
import { SourceBadge } from "./source-badge"

/** The catalogue: every event name with its volume; one opens what its events hold. */
export function EventNames({ params }: { params: ListParams }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const { data: names, error, refetch, isFetching } = useEventNames(params.q)
  const columns: Column<EventName>[] = [
    {
      id: "name",
      header: t("events.columns.name"),
      cell: (row) => (
        <Text as="span" size="small" leading="compact" weight="plus">
          {row.name}
        </Text>
      ),
    },
    {
      id: "sources",
      header: t("events.columns.source"),
      cell: (row) => (
        <span className="flex gap-x-1">
          {row.sources.map((source) => (
            <SourceBadge key={source} source={source} />
          ))}
        </span>
      ),
    },
    {
      id: "days",
      header: t("events.columns.days"),
      cell: (row) => <DayBars days={row.days} label={row.name} />,
    },
    {
      id: "month",
      header: t("events.columns.month"),
      align: "right",
      cell: (row) => format.number(row.last_30_days),
    },
    {
      id: "total",
      header: t("events.columns.total"),
      align: "right",
      cell: (row) => format.number(row.total),
    },
    {
      id: "last",
      header: t("events.columns.last"),
      cell: (row) => <Time at={row.last_at} style="relative" />,
    },
  ]
  return (
    <>
      <Toolbar>
        <Search
          value={params.q}
          onChange={(q) => params.change({ q })}
          placeholder={t("events.searchNames")}
        />
      </Toolbar>
      {error && !names ? (
        <ErrorState error={error} onRetry={refetch} className="border-t" />
      ) : names && !names.length ? (
        <EmptyState
          className="border-t"
          title={t(params.q ? "list.noResults" : "events.emptyTitle")}
          description={t(params.q ? "events.noneMatch" : "events.emptyDescription")}
        />
      ) : (
        <div className="border-t">
          <ListTable
            label={t("events.names")}
            columns={columns}
            rows={names}
            rowKey={(row) => row.name}
            onOpen={(row) => params.open("open", row.name)}
            isFetching={isFetching && !names}
          />
        </div>
      )}
      <SchemaDrawer name={params.param("open")} onClose={() => params.open("open", undefined)} />
    </>
  )
}

/** Thirty little bars, one a day. */
function DayBars({ days, label }: { days: number[]; label: string }) {
  const { t } = useTranslation("engage")
  const most = Math.max(...days, 1)
  return (
    <svg
      role="img"
      aria-label={t("events.daysLabel", { name: label })}
      viewBox={`0 0 ${days.length * 4} 24`}
      className="text-ui-fg-interactive h-6 w-[120px]"
    >
      {days.map((value, day) => {
        const height = value ? Math.max(2, (value / most) * 24) : 1
        return (
          <rect
            key={day}
            x={day * 4}
            y={24 - height}
            width={3}
            height={height}
            rx={0.5}
            fill="currentColor"
            opacity={value ? 1 : 0.25}
          />
        )
      })}
    </svg>
  )
}
