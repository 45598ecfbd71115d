import { Container, StatusBadge, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { BroadcastReport } from "../../../types/broadcast-report"
import { useFormat } from "../../hooks/use-format"

type GoalBarProps = { goal: NonNullable<BroadcastReport["goal"]>; currency: string }

const COLORS = { reached: "green", missed: "red", open: "grey" } as const
const FILLS = {
  reached: "bg-ui-tag-green-icon",
  missed: "bg-ui-tag-red-icon",
  open: "bg-ui-tag-blue-icon",
}
/** Room beyond the line of the goal, so that it can be seen to be passed. */
const ROOM = 1.25

/** How much of its goal a broadcast has reached, with the line it has to reach, and the verdict in the end. */
export function GoalBar({ goal, currency }: GoalBarProps) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const { metric, target, reached, verdict, until, event } = goal
  const show = (value: number) =>
    metric === "revenue" ? format.money(value, currency) : format.number(value)
  const share = reached / target
  const scale = Math.max(ROOM, share)
  const named = event
    ? `${t("broadcastPlan.goal.event")}: ${event}`
    : t(`broadcastPlan.goal.${metric}`)
  const label = `${t("broadcastPlan.goal.title")}: ${named}`

  return (
    <Container className="flex flex-col gap-y-3 px-6 py-4">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <Text size="small" leading="compact" weight="plus">
          {label}
        </Text>
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {verdict === "open" && until && (
            <Text size="small" leading="compact" className="text-ui-fg-subtle">
              {t("broadcastPlan.goal.until", { date: format.date(until) })}
            </Text>
          )}
          <Text size="small" leading="compact" className="text-ui-fg-subtle tabular-nums">
            {t("broadcastPlan.goal.reached", { reached: show(reached), target: show(target) })}
          </Text>
          <StatusBadge color={COLORS[verdict]}>
            {t(`broadcastPlan.goal.verdict.${verdict}`, { share: format.share(share) })}
          </StatusBadge>
        </span>
      </div>
      <div className="relative pb-5">
        <div
          role="progressbar"
          aria-label={label}
          aria-valuemin={0}
          aria-valuemax={target}
          aria-valuenow={Math.min(reached, target)}
          className="bg-ui-bg-component-pressed h-2.5 w-full overflow-hidden rounded-full"
        >
          <div
            className={`h-full transition-all ${FILLS[verdict]}`}
            style={{ width: `${(share / scale) * 100}%` }}
          />
        </div>
        <div
          aria-hidden
          className="absolute -top-1 flex h-9 flex-col items-center"
          style={{ left: `${100 / scale}%`, transform: "translateX(-50%)" }}
        >
          <span className="bg-ui-fg-base h-[18px] w-0.5 rounded-full" />
          <span className="txt-compact-xsmall text-ui-fg-subtle whitespace-nowrap">
            {t("broadcastPlan.goal.line")} {show(target)}
          </span>
        </div>
      </div>
    </Container>
  )
}
