import { Badge, Container, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { BroadcastReport } from "../../../types/broadcast-report"
import { useFormat } from "../../hooks/use-format"

type GoalBarProps = { goal: NonNullable<BroadcastReport["goal"]>; currency: string }

/** How much of its goal a broadcast has reached. */
export function GoalBar({ goal, currency }: GoalBarProps) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const { metric, target, reached } = goal
  const show = (value: number) =>
    metric === "revenue" ? format.money(value, currency) : format.number(value)
  const share = reached / target
  const label = `${t("broadcastPlan.goal.title")}: ${t(`broadcastPlan.goal.${metric}`)}`

  return (
    <Container className="flex flex-col gap-y-3 px-6 py-4">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <Text size="small" leading="compact" weight="plus">
          {label}
        </Text>
        <span className="flex items-center gap-x-2">
          <Text size="small" leading="compact" className="text-ui-fg-subtle tabular-nums">
            {t("broadcastPlan.goal.reached", { reached: show(reached), target: show(target) })}
          </Text>
          <Badge size="2xsmall" color={share >= 1 ? "green" : "grey"}>
            {share >= 1 ? t("broadcastPlan.goal.done") : format.share(share)}
          </Badge>
        </span>
      </div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={target}
        aria-valuenow={Math.min(reached, target)}
        className="bg-ui-bg-component-pressed h-2.5 w-full overflow-hidden rounded-full"
      >
        <div
          className="bg-ui-tag-green-icon h-full transition-all"
          style={{ width: `${Math.min(1, share) * 100}%` }}
        />
      </div>
    </Container>
  )
}
