import { Input, Select } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { type CampaignStep, WAIT_UNITS } from "../../../types/campaign"
import { resizeSplit } from "../../lib/campaign-graph"
import { AudienceField } from "./audience-field"
import { Field } from "../common/field"
import { EmailFields } from "./email-fields"
import { RuleField } from "./rule-field"

type Of<Type extends CampaignStep["type"]> = Extract<CampaignStep, { type: Type }>
type FieldsProps<Step> = { step: Step; onChange: (step: Step, tag?: string) => void }

/** The settings of a step of any type. */
export function StepFields({ step, onChange }: FieldsProps<CampaignStep>) {
  switch (step.type) {
    case "wait":
      return <WaitFields step={step} onChange={onChange} />
    case "wait_until":
      return <UntilFields step={step} onChange={onChange} />
    case "filter":
      return (
        <RuleField
          rules={step.rules}
          onChange={(rules, tag) => onChange({ ...step, rules }, tag)}
        />
      )
    case "split":
      return <SplitFields step={step} onChange={onChange} />
    case "email":
      return (
        <EmailFields
          templateId={step.template_id}
          onChange={(template_id) => onChange({ ...step, template_id })}
        />
      )
    case "audience":
      return <AudienceFields step={step} onChange={onChange} />
  }
}

function AudienceFields({ step, onChange }: FieldsProps<Of<"audience">>) {
  const { t } = useTranslation("engage")
  return (
    <>
      <Field label={t("campaigns.step.audience.action")}>
        <Select
          size="small"
          value={step.action}
          onValueChange={(action) => onChange({ ...step, action: action as "add" | "remove" })}
        >
          <Select.Trigger aria-label={t("campaigns.step.audience.action")}>
            <Select.Value />
          </Select.Trigger>
          <Select.Content>
            <Select.Item value="add">{t("campaigns.step.audience.add")}</Select.Item>
            <Select.Item value="remove">{t("campaigns.step.audience.remove")}</Select.Item>
          </Select.Content>
        </Select>
      </Field>
      <AudienceField
        id={step.audience_id}
        onChange={(audience_id) => onChange({ ...step, audience_id })}
      />
    </>
  )
}

function WaitFields({ step, onChange }: FieldsProps<Of<"wait">>) {
  const { t } = useTranslation("engage")
  const change = (part: Partial<Of<"wait">["for"]>) =>
    onChange({ ...step, for: { ...step.for, ...part } }, "wait")
  return (
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
  )
}

function UntilFields({ step, onChange }: FieldsProps<Of<"wait_until">>) {
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
    </>
  )
}

function SplitFields({ step, onChange }: FieldsProps<Of<"split">>) {
  const { t } = useTranslation("engage")
  return (
    <>
      <Field label={t("campaigns.step.split.arms")}>
        <Select
          size="small"
          value={String(step.shares.length)}
          onValueChange={(arms) => onChange(resizeSplit(step, Number(arms)))}
        >
          <Select.Trigger aria-label={t("campaigns.step.split.arms")}>
            <Select.Value />
          </Select.Trigger>
          <Select.Content>
            {[2, 3, 4, 5].map((arms) => (
              <Select.Item key={arms} value={String(arms)}>
                {arms}
              </Select.Item>
            ))}
          </Select.Content>
        </Select>
      </Field>
      {step.shares.map((share, i) => {
        const name = String.fromCharCode(65 + i)
        return (
          <Field key={name} label={t("campaigns.step.split.share", { name })} id={`share-${name}`}>
            <Input
              id={`share-${name}`}
              size="small"
              type="number"
              min={1}
              max={99}
              value={share}
              onChange={({ target }) =>
                onChange(
                  {
                    ...step,
                    shares: step.shares.map((one, at) =>
                      at === i ? Math.min(99, Math.max(1, Math.round(Number(target.value)))) : one
                    ),
                  },
                  `share-${i}`
                )
              }
            />
          </Field>
        )
      })}
    </>
  )
}
