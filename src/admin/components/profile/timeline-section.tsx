import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useSearchParams } from "react-router-dom"
import type { TimelineItem } from "../../../types/timeline"
import { type TimelineFilter, useTimeline } from "../../hooks/api/profiles"
import { useFormat } from "../../hooks/use-format"
import { EmptyState, ErrorState, RowsSkeleton } from "../common/states"
import { MessageDrawer } from "../message/message-drawer"
import { TimelineCard } from "./timeline-card"
import { TimelineFilters } from "./timeline-filters"

type TimelineTabProps = { profileId: string; only?: TimelineFilter["kinds"] }

/**
 * What happened with the person, newest first, in groups of days. `at` in the address starts it at one entry; with `only`
 * it shows some kinds and has no filters.
 */
export function TimelineTab({ profileId, only }: TimelineTabProps) {
  const { t } = useTranslation("engage")
  const [params, setParams] = useSearchParams()
  const at = params.get("at") ?? undefined
  const [filter, setFilter] = useState<TimelineFilter>({
    kinds: only ?? [],
    to: at && new Date(new Date(at).getTime() + 1).toISOString(),
  })
  const [message, setMessage] = useState<string>()
  const timeline = useTimeline(profileId, filter)
  const items = timeline.data?.pages.flatMap((page) => page.items)
  const narrowed = Boolean((!only && filter.kinds.length) || filter.q || filter.from || filter.to)

  const showAll = () => {
    setFilter({ kinds: only ?? [] })
    setParams((before) => {
      before.delete("at")
      return before
    })
  }

  return (
    <div className="divide-y">
      {!only && <TimelineFilters filter={filter} onChange={setFilter} />}
      {timeline.error && !items ? (
        <ErrorState error={timeline.error} onRetry={timeline.refetch} />
      ) : !items ? (
        <RowsSkeleton rows={8} />
      ) : items.length ? (
        <div className="flex flex-col gap-y-5 px-6 py-4">
          <Days items={items} profileId={profileId} marked={at} onMessage={setMessage} />
          {timeline.hasNextPage && (
            <Button
              size="small"
              variant="secondary"
              className="self-center"
              isLoading={timeline.isFetchingNextPage}
              onClick={() => timeline.fetchNextPage()}
            >
              {t("actions.loadMore")}
            </Button>
          )}
        </div>
      ) : (
        <EmptyState
          title={t("profiles.timeline.emptyTitle")}
          description={t(
            only?.includes("message")
              ? "profiles.timeline.noMessages"
              : "profiles.timeline.emptyDescription"
          )}
          action={
            narrowed ? { label: t("profiles.timeline.showAll"), onClick: showAll } : undefined
          }
        />
      )}
      <MessageDrawer id={message} onClose={() => setMessage(undefined)} />
    </div>
  )
}

type DaysProps = {
  items: TimelineItem[]
  profileId: string
  /** The instant of the entry that the address points at. */
  marked: string | undefined
  onMessage: (id: string) => void
}

function Days({ items, profileId, marked, onMessage }: DaysProps) {
  const format = useFormat()
  const days = new Map<string, TimelineItem[]>()
  for (const item of items) {
    const day = format.date(item.at)
    days.set(day, [...(days.get(day) ?? []), item])
  }
  return [...days].map(([day, entries]) => (
    <section key={day} aria-label={day}>
      <Text size="xsmall" leading="compact" weight="plus" className="text-ui-fg-subtle pb-2">
        {day}
      </Text>
      <ul className="flex flex-col gap-y-2">
        {entries.map((item) => (
          <TimelineCard
            key={`${item.kind}-${item.id}`}
            item={item}
            link={`/engage/profiles/${profileId}?at=${encodeURIComponent(item.at)}`}
            marked={item.at === marked}
            onMessage={onMessage}
          />
        ))}
      </ul>
    </section>
  ))
}
