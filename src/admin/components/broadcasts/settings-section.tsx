import { Input, Label, Select, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { SendingChannel } from "../../../types/common"
import { useOpenTopics } from "../../hooks/api/topics"
import type { BroadcastInput } from "../../hooks/api/broadcasts"
import { Field } from "../common/field"
import { Section } from "../common/states"
import { SenderSelect } from "../picker/sender-select"

type SettingsSectionProps = {
  channel: SendingChannel
  sender: string
  onSender: (sender: string) => void
  topic: string
  days: number
  onChange: (changes: Partial<BroadcastInput>) => void
}

/** What the broadcast is about, which decides whose consent counts, and how long orders are credited to it. */
export function SettingsSection({
  channel,
  sender,
  onSender,
  topic,
  days,
  onChange,
}: SettingsSectionProps) {
  const { t } = useTranslation("engage")
  const topics = useOpenTopics(topic)
  const chosen = topics.find((candidate) => candidate.key === topic)

  return (
    <Section
      title={t("broadcasts.section.settings")}
      description={t("broadcasts.section.settingsHint")}
    >
      <div className="grid grid-cols-1 gap-4 px-6 py-4 md:grid-cols-2">
        <div className="flex flex-col gap-y-1">
          <Label size="small" weight="plus" htmlFor="broadcast-topic">
            {t("broadcasts.topic")}
          </Label>
          <Select value={topic} onValueChange={(value) => onChange({ topic: value })}>
            <Select.Trigger id="broadcast-topic">
              <Select.Value placeholder={t("picker.choose")} />
            </Select.Trigger>
            <Select.Content>
              {topics.map(({ key, name }) => (
                <Select.Item key={key} value={key}>
                  {name}
                </Select.Item>
              ))}
            </Select.Content>
          </Select>
          <Text size="small" className="text-ui-fg-subtle">
            {chosen?.description || t("broadcasts.topicHint")}
          </Text>
        </div>
        {channel === "email" && (
          <Field label={t("senders.label")} id="broadcast-sender" hint={t("senders.hint")}>
            <SenderSelect
              id="broadcast-sender"
              value={sender}
              onChange={(choice) => choice && onSender(choice)}
            />
          </Field>
        )}
        <div className="flex flex-col gap-y-1">
          <Label size="small" weight="plus" htmlFor="broadcast-days">
            {t("broadcasts.attributionDays")}
          </Label>
          <Input
            id="broadcast-days"
            type="number"
            min={1}
            max={90}
            value={days || ""}
            onChange={(event) => {
              const value = Math.trunc(Number(event.target.value))
              if (value >= 1 && value <= 90) onChange({ attribution_days: value })
            }}
          />
          <Text size="small" className="text-ui-fg-subtle">
            {t("broadcasts.attributionHint", { count: days })}
          </Text>
        </div>
      </div>
    </Section>
  )
}
