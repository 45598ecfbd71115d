import { Button, Text, clx } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { TIMELINE_KINDS, type TimelineItem, type TimelineKind } from "../../../types/profile"
import { useTimeline } from "../../hooks/api/profiles"
import { useFormat } from "../../hooks/use-format"
import { EmptyState, ErrorState, RowsSkeleton, Section } from "../common/states"
import { MessageDrawer } from "../message/message-drawer"
import { TimelineCard } from "./timeline-card"

/** What happened with the person, newest first, in groups of days, filtered by kind. */
export function TimelineSection({ profileId }: { profileId: string }) {
  const { t } = useTranslation("engage")
  const [kinds, setKinds] = useState<TimelineKind[]>([])
  const [message, setMessage] = useState<string>()
  const timeline = useTimeline(profileId, kinds)
  const items = timeline.data?.pages.flatMap((page) => page.items)

  const toggle = (kind: TimelineKind) =>
    setKinds((chosen) =>
      chosen.includes(kind) ? chosen.filter((other) => other !== kind) : [...chosen, kind]
    )

  return (
    <Section title={t("profiles.timeline.title")}>
      <div
        className="flex flex-wrap gap-2 px-6 py-3"
        role="group"
        aria-label={t("profiles.timeline.filter")}
      >
        <Chip
          active={!kinds.length}
          onClick={() => setKinds([])}
          label={t("profiles.timeline.all")}
        />
        {TIMELINE_KINDS.map((kind) => (
          <Chip
            key={kind}
            active={kinds.includes(kind)}
            onClick={() => toggle(kind)}
            label={t(`profiles.timeline.kind.${kind}`)}
          />
        ))}
      </div>
      {timeline.error && !items ? (
        <ErrorState error={timeline.error} onRetry={timeline.refetch} />
      ) : !items ? (
        <RowsSkeleton rows={8} />
      ) : items.length ? (
        <div className="flex flex-col gap-y-5 px-6 py-4">
          <Days items={items} onMessage={setMessage} />
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
          description={t("profiles.timeline.emptyDescription")}
          action={
            kinds.length
              ? { label: t("profiles.timeline.showAll"), onClick: () => setKinds([]) }
              : undefined
          }
        />
      )}
      <MessageDrawer id={message} onClose={() => setMessage(undefined)} />
    </Section>
  )
}

type DaysProps = { items: TimelineItem[]; onMessage: (id: string) => void }

function Days({ items, onMessage }: DaysProps) {
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
          <TimelineCard key={`${item.kind}-${item.id}`} item={item} onMessage={onMessage} />
        ))}
      </ul>
    </section>
  ))
}

function Chip({ active, label, onClick }: { active: boolean; label: string; onClick: () => void }) {
  return (
    <button
      type="button"
      aria-pressed={active}
      onClick={onClick}
      className={clx(
        "txt-compact-xsmall-plus transition-fg focus-visible:shadow-borders-focus rounded-full border px-2.5 py-1 outline-none",
        active
          ? "bg-ui-button-inverted text-ui-contrast-fg-primary border-transparent"
          : "bg-ui-bg-base text-ui-fg-subtle hover:bg-ui-bg-base-hover"
      )}
    >
      {label}
    </button>
  )
}
