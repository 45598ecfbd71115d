import { Label, Select, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Attribution } from "../../../types/attribution"
import type { SendingChannel } from "../../../types/common"
import { useOpenTopics } from "../../hooks/api/topics"
import type { BroadcastInput } from "../../hooks/api/broadcasts"
import { AttributionField } from "../attribution/attribution-field"
import { Field } from "../common/field"
import { Section } from "../common/states"
import { SenderSelect } from "../picker/sender-select"

type SettingsSectionProps = {
  channel: SendingChannel
  sender: string
  onSender: (sender: string) => void
  topic: string
  id: string
  attribution: Attribution
  onChange: (changes: Partial<BroadcastInput>) => void
}

/** What the broadcast is about, which decides whose consent counts, and how long orders are credited to it. */
export function SettingsSection({
  channel,
  sender,
  onSender,
  topic,
  id,
  attribution,
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
        <div className="md:col-span-2">
          <Field label={t("attribution.title")}>
            <AttributionField
              value={attribution}
              id={id}
              onSave={async ({ days, terms }) =>
                onChange({ attribution_days: days, attribution_terms: terms })
              }
            />
          </Field>
        </div>
      </div>
    </Section>
  )
}
