import { Plus, XMarkMini } from "@medusajs/icons"
import { Button, IconButton, Input, Select, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { CascadeStep } from "../../../types/cascade"
import { SENDING_CHANNELS, type SendingChannel } from "../../../types/common"
import { TemplateField } from "../picker/template-field"
import { split } from "./use-after"

const MOST = 4
const MINUTES = { minutes: 1, hours: 60 }
const WEEK_MINUTES = 10_080

type CascadeFieldsProps = {
  first: SendingChannel
  steps: CascadeStep[]
  onChange: (steps: CascadeStep[]) => void
}

/** The channels after the first, each with how long the one before has. */
export function CascadeFields({ first, steps, onChange }: CascadeFieldsProps) {
  const { t } = useTranslation("engage")
  const used = [first, ...steps.map(({ channel }) => channel)]
  const free = SENDING_CHANNELS.filter((channel) => !used.includes(channel))
  const change = (at: number, part: Partial<CascadeStep>) =>
    onChange(steps.map((step, i) => (i === at ? { ...step, ...part } : step)))

  return (
    <div className="flex flex-col gap-y-3">
      {!steps.length && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("cascade.none")}
        </Text>
      )}
      {steps.map((step, at) => (
        <CascadeRow
          key={at}
          number={at + 1}
          step={step}
          channels={[step.channel, ...free]}
          onChange={(part) => change(at, part)}
          onRemove={() => onChange(steps.filter((_, i) => i !== at))}
        />
      ))}
      {steps.length < MOST && free.length > 0 && (
        <Button
          size="small"
          variant="transparent"
          type="button"
          className="self-start"
          onClick={() =>
            onChange([
              ...steps,
              {
                channel: free.includes("sms") ? "sms" : free[0],
                template_id: null,
                after_minutes: 120,
              },
            ])
          }
        >
          <Plus />
          {t("cascade.add")}
        </Button>
      )}
    </div>
  )
}

type CascadeRowProps = {
  number: number
  step: CascadeStep
  channels: SendingChannel[]
  onChange: (part: Partial<CascadeStep>) => void
  onRemove: () => void
}

function CascadeRow({ number, step, channels, onChange, onRemove }: CascadeRowProps) {
  const { t } = useTranslation("engage")
  const { amount, unit } = split(step.after_minutes)
  const name = (key: string) => `${t(`cascade.${key}`)} (${number})`
  const setAfter = (value: number, in_: keyof typeof MINUTES) =>
    onChange({
      after_minutes: Math.min(WEEK_MINUTES, Math.max(1, Math.trunc(value)) * MINUTES[in_]),
    })

  return (
    <div
      role="group"
      aria-label={t("cascade.group", { number })}
      className="bg-ui-bg-subtle flex flex-col gap-y-2 rounded-lg p-3"
    >
      <div className="flex flex-wrap items-center gap-2">
        <Text size="small">{t("cascade.after")}</Text>
        <Input
          size="small"
          type="number"
          min={1}
          className="w-[72px]"
          aria-label={name("after")}
          value={amount}
          onChange={({ target }) => setAfter(Number(target.value), unit)}
        />
        <Select
          size="small"
          value={unit}
          onValueChange={(next) => setAfter(amount, next as keyof typeof MINUTES)}
        >
          <Select.Trigger aria-label={name("unit")} className="w-[104px]">
            <Select.Value />
          </Select.Trigger>
          <Select.Content>
            {(["minutes", "hours"] as const).map((one) => (
              <Select.Item key={one} value={one}>
                {t(`cascade.${one}`)}
              </Select.Item>
            ))}
          </Select.Content>
        </Select>
        <Select
          size="small"
          value={step.channel}
          onValueChange={(channel) =>
            onChange({ channel: channel as SendingChannel, template_id: null })
          }
        >
          <Select.Trigger aria-label={name("channel")} className="w-[120px]">
            <Select.Value />
          </Select.Trigger>
          <Select.Content>
            {channels.map((one) => (
              <Select.Item key={one} value={one}>
                {t(`channel.${one}`)}
              </Select.Item>
            ))}
          </Select.Content>
        </Select>
        <IconButton
          size="small"
          variant="transparent"
          type="button"
          className="ml-auto"
          aria-label={t("cascade.remove", { number })}
          onClick={onRemove}
        >
          <XMarkMini />
        </IconButton>
      </div>
      <TemplateField
        key={step.channel}
        channel={step.channel}
        label={name("template")}
        templateId={step.template_id}
        placeholder={t("cascade.noTemplate")}
        onPick={(template_id) => onChange({ template_id })}
      />
    </div>
  )
}
