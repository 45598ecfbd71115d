import { Input, Label, Select } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { type BroadcastPlan, GOAL_METRICS, type GoalMetric } from "../../../types/broadcast-plan"
import { useEventNames } from "../../hooks/api/events"
import { useShopCurrency } from "../../hooks/api/overview"
import { toMajor, toMinor } from "../../lib/format"
import { Field } from "../common/field"
import { Section } from "../common/states"

type GoalSectionProps = {
  goal: BroadcastPlan["goal"]
  onChange: (plan: Partial<BroadcastPlan>) => void
}

const NONE = "none"
const FIRST: Record<GoalMetric, number> = {
  ordered: 50,
  orders: 60,
  revenue: 1_000,
  clicked: 500,
  visited: 800,
  event: 100,
}

/** What the broadcast is to bring; its report says how far it is. */
export function GoalSection({ goal, onChange }: GoalSectionProps) {
  const { t } = useTranslation("engage")
  const currency = useShopCurrency()
  const { data: names = [] } = useEventNames()
  const inUnits = (metric: GoalMetric, amount: number) =>
    metric === "revenue" ? toMinor(amount, currency) : Math.round(amount)

  const onMetric = (metric: string) =>
    onChange({
      goal:
        metric === NONE
          ? null
          : {
              metric: metric as GoalMetric,
              target: inUnits(metric as GoalMetric, FIRST[metric as GoalMetric]),
              ...(metric === "event" && { event: names[0]?.name ?? "Page Viewed" }),
            },
    })

  return (
    <Section title={t("broadcastPlan.goal.title")} description={t("broadcastPlan.goal.hint")}>
      <div className="grid grid-cols-1 gap-4 px-6 py-4 md:grid-cols-2">
        <div className="flex flex-col gap-y-1">
          <Label size="small" weight="plus" htmlFor="plan-goal">
            {t("broadcastPlan.goal.metric")}
          </Label>
          <Select value={goal?.metric ?? NONE} onValueChange={onMetric}>
            <Select.Trigger id="plan-goal">
              <Select.Value />
            </Select.Trigger>
            <Select.Content>
              {[NONE, ...GOAL_METRICS].map((metric) => (
                <Select.Item key={metric} value={metric}>
                  {t(`broadcastPlan.goal.${metric}`)}
                </Select.Item>
              ))}
            </Select.Content>
          </Select>
        </div>
        {goal?.metric === "event" && (
          <Field
            label={t("broadcastPlan.goal.event_label")}
            id="plan-goal-event"
            hint={t("broadcastPlan.goal.event_hint")}
          >
            <Select
              value={goal.event ?? ""}
              onValueChange={(event) => onChange({ goal: { ...goal, event } })}
            >
              <Select.Trigger id="plan-goal-event">
                <Select.Value />
              </Select.Trigger>
              <Select.Content>
                {[...new Set([goal.event ?? "", ...names.map(({ name }) => name)])]
                  .filter(Boolean)
                  .map((name) => (
                    <Select.Item key={name} value={name}>
                      {name}
                    </Select.Item>
                  ))}
              </Select.Content>
            </Select>
          </Field>
        )}
        {goal && (
          <div className="flex flex-col gap-y-1">
            <Label size="small" weight="plus" htmlFor="plan-target">
              {t("broadcastPlan.goal.target")}
              {goal.metric === "revenue" && ` (${currency.toUpperCase()})`}
            </Label>
            <Input
              id="plan-target"
              type="number"
              min={1}
              value={goal.metric === "revenue" ? toMajor(goal.target, currency) : goal.target}
              onChange={({ target }) => {
                const value = inUnits(goal.metric, Number(target.value))
                if (value >= 1) onChange({ goal: { ...goal, target: value } })
              }}
            />
          </div>
        )}
      </div>
    </Section>
  )
}
