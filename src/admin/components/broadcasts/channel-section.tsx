import { Select } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { SENDING_CHANNELS, type SendingChannel } from "../../../types/common"
import { Section } from "../common/states"

type ChannelSectionProps = {
  channel: SendingChannel
  onChange: (channel: SendingChannel) => void
}

/** How the broadcast reaches people. Another channel needs another template. */
export function ChannelSection({ channel, onChange }: ChannelSectionProps) {
  const { t } = useTranslation("engage")
  return (
    <Section title={t("short.channel.title")} description={t("short.channel.hint")}>
      <div className="px-6 py-4">
        <Select value={channel} onValueChange={(value) => onChange(value as SendingChannel)}>
          <Select.Trigger aria-label={t("short.channel.title")}>
            <Select.Value />
          </Select.Trigger>
          <Select.Content>
            {SENDING_CHANNELS.map((one) => (
              <Select.Item key={one} value={one}>
                {t(`channel.${one}`)}
              </Select.Item>
            ))}
          </Select.Content>
        </Select>
      </div>
    </Section>
  )
}
