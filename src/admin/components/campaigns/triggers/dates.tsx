import { useTranslation } from "react-i18next"
import { FieldInput } from "../inputs/field-input"
import { ChoiceInput, NumberInput, TextInput, ToggleInput } from "../inputs/inputs"
import { SegmentInput } from "../inputs/segment-input"
import type { TriggerForm } from "./trigger-form"

type Day = { offset: number; time: string }
type DayInputProps = { trigger: Day; onChange: (change: Partial<Day>, tag?: string) => void }

/** On the day, or some days before or after it, at a time of day. */
export function DayInput({ trigger: { offset, time }, onChange }: DayInputProps) {
  const { t } = useTranslation("engage")
  const when = offset === 0 ? "on" : offset < 0 ? "before" : "after"
  const change = (next: string, days: number) =>
    onChange({ offset: next === "on" ? 0 : next === "before" ? -days : days }, "offset")
  return (
    <>
      <div className="grid grid-cols-2 items-end gap-x-2">
        <ChoiceInput
          label={t("campaignTriggers.day.when")}
          value={when}
          options={["on", "before", "after"].map((one) => [one, t(`campaignTriggers.day.${one}`)])}
          onChange={(next) => change(next, Math.abs(offset) || 3)}
        />
        {when !== "on" && (
          <NumberInput
            label={t("campaignTriggers.days")}
            min={1}
            max={365}
            value={Math.abs(offset)}
            onChange={(days) => change(when, days)}
          />
        )}
      </div>
      <TimeInput time={time} onChange={(next) => onChange({ time: next }, "time")} />
    </>
  )
}

function TimeInput({ time, onChange }: { time: string; onChange: (time: string) => void }) {
  const { t } = useTranslation("engage")
  return (
    <TextInput
      type="time"
      label={t("campaigns.step.wait_until.time")}
      hint={t("campaignTriggers.day.local")}
      value={time}
      onChange={(next) => next && onChange(next)}
    />
  )
}

export const Birthday: TriggerForm<"birthday"> = ({ trigger, onChange }) => (
  <DayInput trigger={trigger} onChange={onChange} />
)

export const Anniversary: TriggerForm<"anniversary"> = ({ trigger, onChange }) => {
  const { t } = useTranslation("engage")
  return (
    <>
      <ChoiceInput
        label={t("campaignTriggers.anniversary.label")}
        value={trigger.of}
        options={(["registered", "first_order"] as const).map((of) => [
          of,
          t(`campaignTriggers.anniversary.${of}`),
        ])}
        onChange={(of) => onChange({ of: of as typeof trigger.of })}
      />
      <DayInput trigger={trigger} onChange={onChange} />
    </>
  )
}

export const FieldDate: TriggerForm<"field_date"> = ({ trigger, onChange }) => {
  const { t } = useTranslation("engage")
  return (
    <>
      <FieldInput dates value={trigger.field} onChange={(field) => onChange({ field })} />
      <ToggleInput
        label={t("campaignTriggers.day.yearly")}
        value={trigger.yearly}
        onChange={(yearly) => onChange({ yearly })}
      />
      <DayInput trigger={trigger} onChange={onChange} />
    </>
  )
}

export const FixedDate: TriggerForm<"date"> = ({ trigger, onChange }) => {
  const { t } = useTranslation("engage")
  return (
    <>
      <TextInput
        type="datetime-local"
        label={t("campaignTriggers.date.at")}
        value={trigger.at}
        onChange={(at) => onChange({ at: at.slice(0, 16) }, "at")}
      />
      <ToggleInput
        label={t("campaignTriggers.date.local")}
        value={trigger.local}
        onChange={(local) => onChange({ local })}
      />
      <SegmentInput
        label={t("campaignTriggers.date.people")}
        id={trigger.segment_id}
        onChange={(segment_id) => onChange({ segment_id })}
      />
    </>
  )
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7]
const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]

export const Repeat: TriggerForm<"repeat"> = ({ trigger, onChange }) => {
  const { t, i18n } = useTranslation("engage")
  const month = (no: number) =>
    new Date(Date.UTC(2026, no - 1, 15)).toLocaleDateString(i18n.language, { month: "long" })
  return (
    <>
      <ChoiceInput
        label={t("campaignTriggers.repeat.label")}
        value={trigger.every}
        options={(["day", "week", "month", "year"] as const).map((every) => [
          every,
          t(`campaignTriggers.repeat.${every}`),
        ])}
        onChange={(every) => onChange({ every: every as typeof trigger.every })}
      />
      {trigger.every === "week" && (
        <ChoiceInput
          label={t("campaignTriggers.repeat.weekday")}
          value={String(trigger.weekday)}
          options={WEEKDAYS.map((day) => [String(day), t(`campaigns.weekday.${day}`)])}
          onChange={(weekday) => onChange({ weekday: Number(weekday) })}
        />
      )}
      {trigger.every === "year" && (
        <ChoiceInput
          label={t("campaignTriggers.repeat.inMonth")}
          value={String(trigger.month)}
          options={MONTHS.map((no) => [String(no), month(no)])}
          onChange={(no) => onChange({ month: Number(no) })}
        />
      )}
      {(trigger.every === "month" || trigger.every === "year") && (
        <NumberInput
          label={t("campaignTriggers.repeat.dayOfMonth")}
          min={1}
          max={31}
          value={trigger.day}
          onChange={(day) => onChange({ day }, "day")}
        />
      )}
      <TimeInput time={trigger.time} onChange={(time) => onChange({ time }, "time")} />
      <SegmentInput
        label={t("campaignTriggers.date.people")}
        id={trigger.segment_id}
        onChange={(segment_id) => onChange({ segment_id })}
      />
    </>
  )
}
