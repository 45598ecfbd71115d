import { Input, Label, Select, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { BroadcastPlan } from "../../../types/broadcast-plan"
import { Section } from "../common/states"
import { CapField } from "./cap-field"
import { SampleGroupsField } from "./sample-groups-field"

type LimitsSectionProps = {
  plan: BroadcastPlan
  onChange: (plan: Partial<BroadcastPlan>) => void
}

const LIMITS = { count: 100_000_000, percent: 100 }

/** How fast it goes, to how many people at most, and for how long it makes sense. */
export function LimitsSection({ plan, onChange }: LimitsSectionProps) {
  const { t } = useTranslation("engage")
  const { limit } = plan

  const onKind = (kind: string) =>
    onChange({
      limit:
        kind === "count"
          ? { kind, value: 1000, by: limit?.by }
          : kind === "percent"
            ? { kind, value: 10, by: limit?.by }
            : null,
    })

  return (
    <Section title={t("broadcastPlan.limits.title")} description={t("broadcastPlan.limits.hint")}>
      <div className="grid grid-cols-1 gap-4 px-6 py-4 md:grid-cols-3">
        <OptionalNumber
          id="plan-speed"
          name="speed"
          max={1_000_000}
          value={plan.per_minute}
          onChange={(per_minute) => onChange({ per_minute })}
        />
        <OptionalNumber
          id="plan-lifetime"
          name="lifetime"
          max={720}
          value={plan.lifetime_hours}
          onChange={(lifetime_hours) => onChange({ lifetime_hours })}
        />
        <div className="flex flex-col gap-y-1">
          <Label size="small" weight="plus" htmlFor="plan-limit">
            {t("broadcastPlan.limits.people.label")}
          </Label>
          <div className="flex gap-x-2">
            <Select value={limit?.kind ?? "all"} onValueChange={onKind}>
              <Select.Trigger id="plan-limit">
                <Select.Value />
              </Select.Trigger>
              <Select.Content>
                {["all", "count", "percent"].map((kind) => (
                  <Select.Item key={kind} value={kind}>
                    {t(`broadcastPlan.limits.people.${kind}`)}
                  </Select.Item>
                ))}
              </Select.Content>
            </Select>
            {limit && (
              <Input
                type="number"
                min={1}
                max={LIMITS[limit.kind]}
                className="w-[96px]"
                aria-label={t(`broadcastPlan.limits.people.${limit.kind}`)}
                value={limit.value}
                onChange={({ target }) => {
                  const value = Number(target.value)
                  if (value >= 1 && value <= LIMITS[limit.kind])
                    onChange({ limit: { ...limit, value } })
                }}
              />
            )}
          </div>
          <Text size="small" className="text-ui-fg-subtle">
            {t("broadcastPlan.limits.people.hint")}
          </Text>
        </div>
        {limit && (
          <SampleGroupsField
            by={limit.by}
            onChange={(by) => onChange({ limit: { ...limit, by } })}
          />
        )}
        <CapField cap={plan.cap} onChange={(cap) => onChange({ cap })} />
      </div>
    </Section>
  )
}

type OptionalNumberProps = {
  id: string
  name: "speed" | "lifetime"
  max: number
  value: number | null
  onChange: (value: number | null) => void
}

/** A whole number from 1 on, or nothing for no limit. */
function OptionalNumber({ id, name, max, value, onChange }: OptionalNumberProps) {
  const { t } = useTranslation("engage")
  return (
    <div className="flex flex-col gap-y-1">
      <Label size="small" weight="plus" htmlFor={id}>
        {t(`broadcastPlan.limits.${name}.label`)}
      </Label>
      <Input
        id={id}
        type="number"
        min={1}
        max={max}
        placeholder={t("broadcastPlan.limits.none")}
        value={value ?? ""}
        onChange={({ target }) => {
          const number = Math.trunc(Number(target.value))
          if (!target.value) onChange(null)
          else if (number >= 1 && number <= max) onChange(number)
        }}
      />
      <Text size="small" className="text-ui-fg-subtle">
        {t(`broadcastPlan.limits.${name}.hint`)}
      </Text>
    </div>
  )
}
