import { Envelope, Phone } from "@medusajs/icons"
import { Badge, StatusBadge, Tooltip } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Channel, ConsentState } from "../../../types/common"
import type { MessageState, RfmGroup } from "../../../types/profile"
import type { Status } from "../../../types/use"
import { RFM_TONES } from "../../lib/rfm"

/** The RFM group of a person by name; pointing at it tells what the group means. */
export function RfmBadge({ group }: { group: RfmGroup }) {
  const { t } = useTranslation("engage")
  return (
    <Tooltip content={t(`rfm.${group}.meaning`)}>
      <Badge size="2xsmall" color={RFM_TONES[group]} className="whitespace-nowrap">
        {t(`rfm.${group}.name`)}
      </Badge>
    </Tooltip>
  )
}

const statusTones = {
  draft: "grey",
  scheduled: "purple",
  live: "green",
  freezing: "blue",
  sending: "blue",
  paused: "orange",
  cancelled: "grey",
  completed: "green",
  partly_failed: "red",
  archived: "grey",
} as const satisfies Record<Status, string>

/** Where a thing stands, in the same words and colours wherever it is listed. */
export function StatusOf({ status }: { status: Status }) {
  const { t } = useTranslation("engage")
  return (
    <StatusBadge color={statusTones[status]} className="whitespace-nowrap">
      {t(`status.${status}`)}
    </StatusBadge>
  )
}

const messageTones = {
  waiting: "grey",
  sending: "blue",
  accepted: "green",
  failed: "red",
  skipped: "grey",
  uncertain: "orange",
} as const satisfies Record<MessageState, string>

/** Where one message stands. */
export function MessageStateBadge({ state }: { state: MessageState }) {
  const { t } = useTranslation("engage")
  return (
    <StatusBadge color={messageTones[state]} className="whitespace-nowrap">
      {t(`messages.state.${state}`)}
    </StatusBadge>
  )
}

const consentTones = {
  subscribed: "green",
  unsubscribed: "red",
  pending: "orange",
  none: "grey",
} as const satisfies Record<ConsentState, string>

/** What a person has said about being contacted. */
export function ConsentBadge({ state }: { state: ConsentState }) {
  const { t } = useTranslation("engage")
  return (
    <StatusBadge color={consentTones[state]} className="whitespace-nowrap">
      {t(`consent.${state}`)}
    </StatusBadge>
  )
}

const channelIcons: Partial<Record<Channel, typeof Envelope>> = { email: Envelope, sms: Phone }

/** The channels a person is subscribed to, as icons with their names. */
export function ChannelIcons({ channels }: { channels: Channel[] }) {
  const { t } = useTranslation("engage")
  if (!channels.length) return <span className="text-ui-fg-subtle">{t("consent.nowhere")}</span>
  return (
    <span className="text-ui-fg-subtle inline-flex items-center gap-x-1.5 align-middle">
      {channels.map((channel) => {
        const Icon = channelIcons[channel]
        const name = t(`channel.${channel}`)
        return (
          <Tooltip key={channel} content={name}>
            {Icon ? (
              <span role="img" aria-label={name} className="flex">
                <Icon />
              </span>
            ) : (
              <Badge size="2xsmall">{name}</Badge>
            )}
          </Tooltip>
        )
      })}
    </span>
  )
}
