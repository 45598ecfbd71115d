import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { joinNames, type EventItem } from "../../../types/event"
import { eventsFileUrl, useEvents } from "../../hooks/api/events"
import { EventDrawer } from "../events/event-drawer"
import { type EventFilter, EventFilters, periodStart } from "../events/event-filters"
import { SourceBadge } from "../events/source-badge"
import { ErrorState, RowsSkeleton, Section } from "../common/states"
import { Time } from "../common/values"
import { Search } from "../list/list-toolbar"

const STEP = 15

/** Everything the person did, event by event: filtered by name, where it came in, period and text. */
export function EventsSection({ profileId }: { profileId: string }) {
  const { t } = useTranslation("engage")
  const [filter, setFilter] = useState<EventFilter>({})
  const [q, setQ] = useState("")
  const [limit, setLimit] = useState(STEP)
  const [open, setOpen] = useState<EventItem>()
  const query = {
    profile_id: profileId,
    q: q || undefined,
    names: filter.names?.length ? joinNames(filter.names) : undefined,
    source: filter.source,
    from: periodStart(filter.hours, Date.now()),
  }
  const { data, error, refetch } = useEvents({ ...query, limit })
  const filtered = Boolean(q || query.names || filter.source || filter.hours)
  if (data && !data.events.length && !filtered) return null

  return (
    <Section
      title={t("events.title")}
      actions={
        <Button size="small" variant="secondary" asChild>
          <a href={eventsFileUrl(query)} download>
            {t("events.export")}
          </a>
        </Button>
      }
    >
      <div className="grid grid-cols-2 gap-2 px-6 py-4 [&>div]:!w-full">
        <Search value={q} onChange={setQ} placeholder={t("events.searchPlaceholder")} />
        <EventFilters
          value={filter}
          onChange={(change) => setFilter((before) => ({ ...before, ...change }))}
        />
      </div>
      {error && !data ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : !data ? (
        <RowsSkeleton rows={4} />
      ) : data.events.length ? (
        <ul className="divide-y">
          {data.events.map((event) => (
            <li key={event.id}>
              <button
                type="button"
                onClick={() => setOpen(event)}
                className="hover:bg-ui-bg-base-hover focus-visible:shadow-borders-focus flex w-full items-center justify-between gap-x-4 px-6 py-2.5 text-left outline-none"
              >
                <Text as="span" size="small" leading="compact" className="min-w-0 truncate">
                  {event.name}
                </Text>
                <span className="text-ui-fg-subtle txt-compact-xsmall flex shrink-0 items-center gap-x-2">
                  <SourceBadge source={event.source} />
                  <Time at={event.at} />
                </span>
              </button>
            </li>
          ))}
        </ul>
      ) : (
        <Text size="small" className="text-ui-fg-subtle px-6 py-6">
          {t("events.noneMatch")}
        </Text>
      )}
      {data?.next_cursor && limit < 200 && (
        <div className="flex justify-center px-6 py-3">
          <Button
            size="small"
            variant="secondary"
            onClick={() => setLimit((before) => Math.min(200, before + STEP * 2))}
          >
            {t("actions.loadMore")}
          </Button>
        </div>
      )}
      <EventDrawer event={open} onClose={() => setOpen(undefined)} />
    </Section>
  )
}
