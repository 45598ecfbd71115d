import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { ANY_TOPIC, type Channel } from "../../../types/common"
import type { ConsentEntry, ProfileDetail } from "../../../types/profile"
import { ConsentBadge } from "../common/badges"
import { EmptyState, Section } from "../common/states"
import { Time } from "../common/values"
import { ConsentDialog } from "./consent-dialog"
import { ConsentProof } from "./consent-proof"

/** Shown even when nobody asked the person yet. */
const USUAL: Channel[] = ["email", "sms"]

/** What the person has agreed to, per channel and topic, with a way to record what they told the staff. */
export function ConsentSection({ profile }: { profile: ProfileDetail }) {
  const { t } = useTranslation("engage")
  const [changing, setChanging] = useState<ConsentEntry>()
  const [everything, setEverything] = useState(false)
  const channels = [...new Set(profile.consent.map((entry) => entry.channel))]
  const of = (channel: Channel) => profile.consent.filter((entry) => entry.channel === channel)
  const told = channels.filter(
    (channel) => USUAL.includes(channel) || of(channel).some(({ state }) => state !== "none")
  )
  const more = channels.length - told.length

  return (
    <Section title={t("profiles.consent.title")} description={t("profiles.consent.description")}>
      {(everything ? channels : told).map((channel) => (
        <ChannelConsent
          key={channel}
          channel={channel}
          entries={of(channel)}
          onChange={setChanging}
        />
      ))}
      {more > 0 && (
        <div className="px-4 py-2">
          <Button
            size="small"
            variant="transparent"
            aria-expanded={everything}
            onClick={() => setEverything(!everything)}
          >
            {everything ? t("profiles.consent.fewer") : t("profiles.consent.more", { count: more })}
          </Button>
        </div>
      )}
      {!channels.length && (
        <EmptyState
          className="min-h-[120px] py-6"
          title={t("profiles.consent.emptyTitle")}
          description={t("profiles.consent.emptyDescription")}
        />
      )}
      {changing && (
        <ConsentDialog
          profileId={profile.id}
          entry={changing}
          onClose={() => setChanging(undefined)}
        />
      )}
    </Section>
  )
}

type ChannelConsentProps = {
  channel: Channel
  entries: ConsentEntry[]
  onChange: (entry: ConsentEntry) => void
}

function ChannelConsent({ channel, entries, onChange }: ChannelConsentProps) {
  const { t } = useTranslation("engage")
  return (
    <div className="py-3">
      <Text size="xsmall" leading="compact" weight="plus" className="text-ui-fg-subtle px-6 pb-1">
        {t(`channel.${channel}`)}
      </Text>
      <ul>
        {entries.map((entry) => (
          <li key={entry.topic} className="flex items-center justify-between gap-x-3 px-6 py-1.5">
            <TopicConsent entry={entry} />
            <div className="flex shrink-0 items-center gap-x-2">
              <ConsentBadge state={entry.state} />
              <Button
                size="small"
                variant="transparent"
                onClick={() => onChange(entry)}
                aria-label={t("profiles.consent.changeLabel", {
                  channel: t(`channel.${channel}`),
                  topic: entry.topic_name,
                })}
              >
                {t("profiles.consent.change")}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}

function TopicConsent({ entry }: { entry: ConsentEntry }) {
  const { t } = useTranslation("engage")
  return (
    <div className="min-w-0">
      <Text size="small" leading="compact" className="text-ui-fg-base truncate">
        {entry.topic === ANY_TOPIC ? t("profiles.consent.anyTopic") : entry.topic_name}
      </Text>
      {entry.since && (
        <Text as="div" size="xsmall" className="text-ui-fg-subtle">
          <Time at={entry.since} style="date" />
          {entry.method &&
            ` · ${t(`profiles.consent.method.${entry.method}`, { defaultValue: entry.method })}`}
        </Text>
      )}
      {entry.frequency !== "every" && (
        <Text as="div" size="xsmall" className="text-ui-fg-subtle">
          {t(`profiles.consent.frequency.${entry.frequency}`)}
        </Text>
      )}
      <ConsentProof proof={entry.proof} />
    </div>
  )
}
