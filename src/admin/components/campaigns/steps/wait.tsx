import { Input, Select } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { WAIT_UNITS } from "../../../../types/campaign-plan"
import { SkipHolidays } from "../../calendar/skip-holidays"
import { Field } from "../../common/field"
import type { StepFieldsProps, StepForm, StepOf } from "./step-form"

function Fields({ step, onChange }: StepFieldsProps<"wait">) {
  const { t } = useTranslation("engage")
  const change = (part: Partial<StepOf<"wait">["for"]>) =>
    onChange({ ...step, for: { ...step.for, ...part } }, "wait")
  return (
    <>
      <div className="grid grid-cols-2 gap-x-2">
        <Field label={t("campaigns.step.wait.amount")} id="wait-amount">
          <Input
            id="wait-amount"
            size="small"
            type="number"
            min={1}
            max={10_000}
            value={step.for.amount}
            onChange={({ target }) =>
              change({ amount: Math.max(1, Math.round(Number(target.value))) })
            }
          />
        </Field>
        <Field label={t("campaigns.step.wait.unit")}>
          <Select
            size="small"
            value={step.for.unit}
            onValueChange={(unit) => change({ unit: unit as (typeof WAIT_UNITS)[number] })}
          >
            <Select.Trigger aria-label={t("campaigns.step.wait.unit")}>
              <Select.Value />
            </Select.Trigger>
            <Select.Content>
              {WAIT_UNITS.map((unit) => (
                <Select.Item key={unit} value={unit}>
                  {t(`campaigns.units.${unit}`)}
                </Select.Item>
              ))}
            </Select.Content>
          </Select>
        </Field>
      </div>
      <SkipHolidays
        checked={step.skip_holidays ?? false}
        hint={t("holidays.skipWait")}
        onChange={(skip_holidays) => onChange({ ...step, skip_holidays })}
      />
    </>
  )
}

function Summary({ step }: { step: StepOf<"wait"> }) {
  const { t } = useTranslation("engage")
  const time = t(`campaigns.unit.${step.for.unit}`, { count: step.for.amount })
  return step.skip_holidays ? `${time}, ${t("holidays.notThen")}` : time
}

/** Staying for some time. */
export const wait: StepForm<"wait"> = { Fields, Summary }
