import { Input } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { SkipHolidays } from "../../calendar/skip-holidays"
import { Field } from "../../common/field"
import type { StepFieldsProps, StepForm, StepOf } from "./step-form"

function Fields({ step, onChange }: StepFieldsProps<"wait_until">) {
  const { t } = useTranslation("engage")
  const toggle = (day: number) =>
    onChange({
      ...step,
      weekdays: step.weekdays.includes(day)
        ? step.weekdays.filter((one) => one !== day)
        : [...step.weekdays, day].sort(),
    })
  return (
    <>
      <Field label={t("campaigns.step.wait_until.time")} id="wait-time">
        <Input
          id="wait-time"
          size="small"
          type="time"
          required
          value={step.time}
          onChange={({ target }) =>
            target.value && onChange({ ...step, time: target.value }, "time")
          }
        />
      </Field>
      <fieldset className="flex flex-col gap-y-2">
        <legend className="txt-compact-small-plus text-ui-fg-base pb-2">
          {t("campaigns.step.wait_until.days")}
        </legend>
        <div className="flex flex-wrap gap-1">
          {[1, 2, 3, 4, 5, 6, 7].map((day) => (
            <label
              key={day}
              className="has-[:checked]:bg-ui-bg-highlight has-[:focus-visible]:shadow-borders-focus txt-compact-small text-ui-fg-base cursor-pointer rounded-md border px-2 py-1"
            >
              <input
                type="checkbox"
                className="sr-only"
                checked={step.weekdays.includes(day)}
                onChange={() => toggle(day)}
              />
              {t(`campaigns.weekday.${day}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <SkipHolidays
        checked={step.skip_holidays ?? false}
        hint={t("holidays.skipUntil")}
        onChange={(skip_holidays) => onChange({ ...step, skip_holidays })}
      />
    </>
  )
}

function Summary({ step }: { step: StepOf<"wait_until"> }) {
  const { t } = useTranslation("engage")
  const days = step.weekdays.map((day) => t(`campaigns.weekday.${day}`)).join(", ")
  const which = days ? "onDays" : "anyDay"
  const when = t(`campaigns.step.wait_until.${which}`, { time: step.time, days })
  return step.skip_holidays ? `${when}, ${t("holidays.notThen")}` : when
}

/** Staying until a time of day. */
export const waitUntil: StepForm<"wait_until"> = { Fields, Summary }
