import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { BroadcastReview } from "../../../types/broadcast"
import { useFormat } from "../../hooks/use-format"

const EVERY = 6

/** At which hour of their own day how many people get it, as 24 bars; the shop's best hour stands out. */
export function BestHours({ hour, people }: NonNullable<BroadcastReview["best"]>) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const most = Math.max(...people, 1)
  const clock = (at: number) => `${String(at).padStart(2, "0")}:00`
  return (
    <div className="flex flex-col gap-y-2 px-6 py-4" data-testid="best-hours">
      <Text size="xsmall" leading="compact" weight="plus" className="text-ui-fg-subtle">
        {t("broadcastPlan.best.title")}
      </Text>
      <ol
        className="grid h-24 grid-cols-[repeat(24,minmax(0,1fr))] items-end gap-x-0.5"
        aria-label={t("broadcastPlan.best.title")}
      >
        {people.map((count, at) => {
          const said = t("broadcastPlan.best.bar", {
            time: clock(at),
            number: format.number(count),
          })
          return (
            <li key={at} title={said} className="flex h-full items-end">
              <span className="sr-only">{said}</span>
              <span
                aria-hidden
                className={`w-full rounded-t-sm ${
                  !count
                    ? "bg-ui-border-base"
                    : at === hour
                      ? "bg-ui-tag-green-icon"
                      : "bg-ui-tag-blue-icon"
                }`}
                style={{ height: count ? `max(3px, ${(count / most) * 100}%)` : "1px" }}
              />
            </li>
          )
        })}
      </ol>
      <div
        aria-hidden
        className="text-ui-fg-muted txt-compact-xsmall grid grid-cols-4 tabular-nums"
      >
        {[0, 1, 2, 3].map((part) => (
          <span key={part}>{clock(part * EVERY)}</span>
        ))}
      </div>
      <Text size="xsmall" className="text-ui-fg-subtle">
        {t("broadcastPlan.best.shop", { time: clock(hour), number: format.number(people[hour]) })}
      </Text>
    </div>
  )
}
