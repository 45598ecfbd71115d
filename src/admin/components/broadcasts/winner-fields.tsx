import { Input, Label, Select } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { type AbTest, WINNER_METRICS, type WinnerMetric } from "../../../types/broadcast-plan"

type Winner = AbTest["winner"]

const MODES = ["auto", "manual", "none"] as const

/** Whether the best variant goes to the rest, by what, and when. */
export function WinnerFields({
  winner,
  onChange,
}: {
  winner: Winner
  onChange: (winner: Winner) => void
}) {
  const { t } = useTranslation("engage")
  const mode = winner ? (winner.auto ? "auto" : "manual") : "none"
  const current = winner ?? { metric: "clicks" as const, after_hours: 4, auto: true }

  return (
    <div className="grid grid-cols-1 gap-4 md:grid-cols-3">
      <div className="flex flex-col gap-y-1">
        <Label size="small" weight="plus" htmlFor="ab-mode">
          {t("broadcastPlan.ab.rest.label")}
        </Label>
        <Select
          value={mode}
          onValueChange={(next) =>
            onChange(next === "none" ? null : { ...current, auto: next === "auto" })
          }
        >
          <Select.Trigger id="ab-mode">
            <Select.Value />
          </Select.Trigger>
          <Select.Content>
            {MODES.map((option) => (
              <Select.Item key={option} value={option}>
                {t(`broadcastPlan.ab.mode.${option}`)}
              </Select.Item>
            ))}
          </Select.Content>
        </Select>
      </div>
      {winner && (
        <>
          <div className="flex flex-col gap-y-1">
            <Label size="small" weight="plus" htmlFor="ab-metric">
              {t("broadcastPlan.ab.metric.label")}
            </Label>
            <Select
              value={winner.metric}
              onValueChange={(metric) => onChange({ ...winner, metric: metric as WinnerMetric })}
            >
              <Select.Trigger id="ab-metric">
                <Select.Value />
              </Select.Trigger>
              <Select.Content>
                {WINNER_METRICS.map((metric) => (
                  <Select.Item key={metric} value={metric}>
                    {t(`broadcastPlan.ab.metric.${metric}`)}
                  </Select.Item>
                ))}
              </Select.Content>
            </Select>
          </div>
          {winner.auto && (
            <div className="flex flex-col gap-y-1">
              <Label size="small" weight="plus" htmlFor="ab-after">
                {t("broadcastPlan.ab.after")}
              </Label>
              <Input
                id="ab-after"
                type="number"
                min={1}
                max={720}
                value={winner.after_hours}
                onChange={({ target }) => {
                  const hours = Math.trunc(Number(target.value))
                  if (hours >= 1 && hours <= 720) onChange({ ...winner, after_hours: hours })
                }}
              />
            </div>
          )}
        </>
      )}
    </div>
  )
}
