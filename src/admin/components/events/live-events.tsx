import { Bolt } from "@medusajs/icons"
import { Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { joinNames, splitNames, type EventItem } from "../../../types/event"
import { useEvents } from "../../hooks/api/events"
import { useFormat } from "../../hooks/use-format"
import type { ListParams } from "../../hooks/use-list-params"
import { eventSummary } from "../../lib/event-money"
import { EmptyState, ErrorState } from "../common/states"
import { Time } from "../common/values"
import { CursorFooter } from "../list/cursor-footer"
import { type Column, ListTable } from "../list/list-table"
import { Search, Toolbar } from "../list/list-toolbar"
import { EventDrawer } from "./event-drawer"
import { EventFilters, periodStart } from "./event-filters"
import { SourceBadge } from "./source-badge"

/** Events as they come in, newest first, with filters in the address. */
export function LiveEvents({ params }: { params: ListParams }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const [event, setEvent] = useState<EventItem>()
  const { q, limit, cursor } = params
  const names = params.param("name")
  const filter = {
    names: names === undefined ? undefined : splitNames(names),
    source: params.param("source"),
    hours: params.param("hours"),
  }
  const filtered = Boolean(q || filter.names || filter.source || filter.hours)
  const { data, error, refetch, isFetching } = useEvents(
    {
      q,
      limit,
      cursor,
      names,
      source: filter.source,
      from: periodStart(filter.hours, Date.now()),
    },
    !cursor
  )

  const columns: Column<EventItem>[] = [
    {
      id: "name",
      header: t("events.columns.name"),
      cell: (row) => (
        <span className="flex max-w-[420px] flex-col">
          <Text as="span" size="small" leading="compact" weight="plus" className="truncate">
            {row.name}
          </Text>
          <Text
            as="span"
            size="xsmall"
            leading="compact"
            className="text-ui-fg-subtle truncate font-normal"
          >
            {eventSummary(row, format)}
          </Text>
        </span>
      ),
    },
    {
      id: "person",
      header: t("events.columns.person"),
      cell: (row) => (
        <span className="block max-w-[220px] truncate">
          {row.profile ? (row.profile.name ?? t("profiles.nameless")) : t("events.anonymous")}
        </span>
      ),
    },
    {
      id: "source",
      header: t("events.columns.source"),
      cell: (row) => <SourceBadge source={row.source} />,
    },
    { id: "at", header: t("events.columns.at"), cell: (row) => <Time at={row.at} /> },
  ]

  return (
    <>
      <Toolbar>
        <Search
          value={q}
          onChange={(text) => params.change({ q: text })}
          placeholder={t("events.searchPlaceholder")}
        />
        <EventFilters
          value={filter}
          onChange={({ names: chosen, ...change }) =>
            params.change({ ...change, ...(chosen && { name: joinNames(chosen) || undefined }) })
          }
        />
      </Toolbar>
      {error && !data ? (
        <ErrorState error={error} onRetry={refetch} className="border-t" />
      ) : data && !data.events.length ? (
        <EmptyState
          className="border-t"
          icon={<Bolt />}
          title={t(filtered ? "list.noResults" : "events.emptyTitle")}
          description={t(filtered ? "events.noneMatch" : "events.emptyDescription")}
          action={
            filtered
              ? {
                  label: t("events.clearFilters"),
                  onClick: () =>
                    params.change({
                      q: undefined,
                      name: undefined,
                      source: undefined,
                      hours: undefined,
                    }),
                }
              : undefined
          }
        />
      ) : (
        <>
          <div className="border-t">
            <ListTable
              label={t("events.title")}
              columns={columns}
              rows={data?.events}
              rowKey={(row) => row.id}
              onOpen={setEvent}
              isFetching={isFetching && !data}
            />
          </div>
          <CursorFooter
            params={params}
            nextCursor={data?.next_cursor}
            rows={data?.events.length ?? 0}
          />
        </>
      )}
      <EventDrawer event={event} onClose={() => setEvent(undefined)} />
    </>
  )
}
