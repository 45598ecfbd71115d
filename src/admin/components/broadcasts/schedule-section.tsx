import { Checkbox, Hint, Input, Label, RadioGroup, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { BroadcastPlan, TimedSchedule } from "../../../types/broadcast-plan"
import { SkipHolidays } from "../calendar/skip-holidays"
import { Section } from "../common/states"
import { RepeatFields } from "./repeat-fields"
import { ZonePicker } from "./zone-picker"

type ScheduleSectionProps = {
  plan: BroadcastPlan
  /** A scheduled broadcast keeps a time until its schedule is taken back. */
  scheduled: boolean
  onChange: (plan: Partial<BroadcastPlan>) => void
}

const MODES = ["now", "at", "local", "best"] as const

/** When it leaves, and at which hours of the day it may arrive. */
export function ScheduleSection({ plan, scheduled, onChange }: ScheduleSectionProps) {
  const { t } = useTranslation("engage")
  const { schedule, window, deliver_immediately, skip_holidays = false } = plan

  const onMode = (mode: string) => {
    const { at, repeat } =
      schedule.mode === "now" ? { at: tomorrow(), repeat: undefined } : schedule
    if (mode === "now") onChange({ schedule: { mode } })
    else if (mode === "local" || mode === "best") onChange({ schedule: { mode, at, repeat } })
    else onChange({ schedule: { mode: "at", at, zone: browserZone(), repeat } })
  }

  return (
    <Section title={t("broadcastPlan.when.title")} description={t("broadcastPlan.when.hint")}>
      <div className="flex flex-col gap-y-4 px-6 py-4">
        <RadioGroup
          value={schedule.mode}
          onValueChange={onMode}
          aria-label={t("broadcastPlan.when.title")}
          className="grid grid-cols-1 gap-2 md:grid-cols-2"
        >
          {MODES.map((mode) => (
            <RadioGroup.ChoiceBox
              key={mode}
              value={mode}
              disabled={scheduled && mode === "now"}
              label={t(`broadcastPlan.mode.${mode}.label`)}
              description={t(`broadcastPlan.mode.${mode}.hint`)}
            />
          ))}
        </RadioGroup>
        {schedule.mode !== "now" && (
          <>
            <Moment schedule={schedule} onChange={onChange} />
            <RepeatFields
              repeat={schedule.repeat ?? null}
              first={schedule.at.slice(0, 10)}
              onChange={(repeat) => onChange({ schedule: { ...schedule, repeat } })}
            />
          </>
        )}
        <div className="flex flex-col gap-y-2">
          <Label size="small" weight="plus" htmlFor="plan-from">
            {t("broadcastPlan.window.label")}
          </Label>
          <div className="flex items-center gap-x-2">
            <TimeInput
              id="plan-from"
              label={t("broadcastPlan.window.from")}
              value={window.from}
              disabled={deliver_immediately}
              onChange={(from) => onChange({ window: { ...window, from } })}
            />
            <Text size="small" className="text-ui-fg-subtle">
              {t("broadcastPlan.window.until")}
            </Text>
            <TimeInput
              id="plan-to"
              label={t("broadcastPlan.window.to")}
              value={window.to}
              disabled={deliver_immediately}
              onChange={(to) => onChange({ window: { ...window, to } })}
            />
          </div>
          <div className="flex items-start gap-x-2">
            <Checkbox
              id="plan-immediately"
              className="mt-0.5 shrink-0"
              checked={deliver_immediately}
              onCheckedChange={(checked) => onChange({ deliver_immediately: checked === true })}
            />
            <div>
              <Label size="small" htmlFor="plan-immediately">
                {t("broadcastPlan.immediately.label")}
              </Label>
              <Text size="small" className="text-ui-fg-subtle">
                {t(`broadcastPlan.immediately.${deliver_immediately}`)}
              </Text>
            </div>
          </div>
        </div>
        <SkipHolidays
          checked={skip_holidays}
          hint={t("holidays.skipBroadcast")}
          onChange={(skip) => onChange({ skip_holidays: skip })}
        />
      </div>
    </Section>
  )
}

function Moment({
  schedule,
  onChange,
}: {
  schedule: TimedSchedule
  onChange: ScheduleSectionProps["onChange"]
}) {
  const { t } = useTranslation("engage")
  return (
    <div className="grid grid-cols-1 gap-4 md:grid-cols-2">
      <div className="flex flex-col gap-y-1">
        <Label size="small" weight="plus" htmlFor="plan-at">
          {t(schedule.mode === "best" ? "broadcastPlan.best.from" : "broadcastPlan.at")}
        </Label>
        <Input
          id="plan-at"
          type="datetime-local"
          value={schedule.at}
          onChange={({ target: { value } }) =>
            value && onChange({ schedule: { ...schedule, at: value.slice(0, 16) } })
          }
        />
        {schedule.mode === "best" && (
          <Hint className="text-ui-fg-subtle">{t("broadcastPlan.best.fromHint")}</Hint>
        )}
      </div>
      {schedule.mode === "at" && (
        <div className="flex flex-col gap-y-1">
          <Label size="small" weight="plus">
            {t("broadcastPlan.zone")}
          </Label>
          <ZonePicker
            value={schedule.zone ?? browserZone()}
            onChange={(zone) => onChange({ schedule: { ...schedule, zone } })}
          />
        </div>
      )}
    </div>
  )
}

type TimeInputProps = {
  id: string
  label: string
  value: string
  disabled: boolean
  onChange: (value: string) => void
}

function TimeInput({ id, label, value, disabled, onChange }: TimeInputProps) {
  return (
    <Input
      id={id}
      type="time"
      aria-label={label}
      className="w-[120px]"
      value={value}
      disabled={disabled}
      onChange={({ target }) => target.value && onChange(target.value.slice(0, 5))}
    />
  )
}

const browserZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone

/** Nine o'clock tomorrow, as clocks here will show it. */
function tomorrow(): string {
  const date = new Date()
  date.setDate(date.getDate() + 1)
  const [month, day] = [date.getMonth() + 1, date.getDate()].map((n) => String(n).padStart(2, "0"))
  return `${date.getFullYear()}-${month}-${day}T09:00`
}
