import { Tooltip, clx } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { WarmUp } from "../../../types/sending"
import { useFormat } from "../../hooks/use-format"

const SERIES = [
  { key: "planned", color: "bg-ui-border-strong" },
  { key: "sent", color: "bg-ui-bg-interactive" },
] as const

/** A bar for each day of a plan, as high as its cap, filled with what was sent. */
export function WarmUpBars({ days }: { days: WarmUp["days"] }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const top = Math.max(1, ...days.map(({ cap }) => cap))
  const date = (day: string) => format.date(`${day}T12:00:00Z`)

  return (
    <figure className="flex flex-col gap-y-2">
      <div
        role="img"
        aria-label={t("sending.warmUp.chart")}
        className="flex h-[96px] items-end gap-px border-b"
      >
        {days.map(({ day, cap, sent }) => (
          <Tooltip
            key={day}
            content={`${date(day)}: ${format.number(sent ?? 0)} / ${format.number(cap)}`}
          >
            <div className="flex h-full min-w-0 flex-1 items-end">
              <div
                className={clx("flex w-full items-end rounded-t-sm", SERIES[0].color)}
                style={{ height: `${(cap / top) * 100}%` }}
              >
                <div
                  className={clx("w-full rounded-t-sm", SERIES[1].color)}
                  style={{ height: `${Math.min(100, ((sent ?? 0) / cap) * 100)}%` }}
                />
              </div>
            </div>
          </Tooltip>
        ))}
      </div>
      <figcaption className="txt-compact-xsmall text-ui-fg-subtle flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <span>{days.length > 0 && date(days[0].day)}</span>
        <span className="flex gap-x-4">
          {SERIES.map(({ key, color }) => (
            <span key={key} className="flex items-center gap-x-1.5">
              <span aria-hidden className={clx("size-2 rounded-full", color)} />
              {t(`sending.warmUp.${key}`)}
            </span>
          ))}
        </span>
        <span>{days.length > 1 && date(days[days.length - 1].day)}</span>
      </figcaption>
    </figure>
  )
}
