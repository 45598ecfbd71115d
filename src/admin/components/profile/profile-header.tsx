import { BellAlert, Envelope, PaperPlane, Phone } from "@medusajs/icons"
import { Badge, Text, Tooltip, clx } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import type { Channel } from "../../../types/common"
import { ANY_TOPIC } from "../../../types/common"
import type { ContactPoint, ProfileDetail } from "../../../types/profile"
import { useFormat } from "../../hooks/use-format"
import { RfmBadge } from "../common/badges"
import { DataAsOf } from "../common/freshness"
import { PageHeader } from "../common/page-header"
import { Stat, Time } from "../common/values"
import { PrivacyMenu } from "./privacy-menu"

const DEVICE_CHANNELS: [Channel, ReactNode][] = [
  ["push", <BellAlert key="push" />],
  ["telegram", <PaperPlane key="telegram" />],
]

/** Who this is at a glance: name, ways to reach them, RFM group, and the four numbers that say the most. */
export function ProfileHeader({ profile }: { profile: ProfileDetail }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const place = [profile.city, profile.country ? format.country(profile.country) : null].filter(
    Boolean
  )
  const metric = (key: string) => {
    const value = profile.metrics.find((known) => known.key === key)?.value ?? null
    return value === null ? null : String(value)
  }
  const [risk, band] = [metric("churn_risk"), metric("churn_band")]
  const [rhythm, sure] = [metric("expected_order_at"), metric("expected_order_sure")]
  const formula = (key: string) => profile.metrics.find((metric) => metric.key === key)?.formula

  return (
    <PageHeader
      title={profile.name ?? profile.email ?? profile.phone ?? t("profiles.nameless")}
      badge={
        <span className="flex flex-wrap items-center gap-2">
          <RfmBadge group={profile.rfm_group} />
          <Badge size="2xsmall">
            {t(profile.has_account ? "profiles.registered" : "profiles.guest")}
          </Badge>
          <Reach
            channel="email"
            icon={<Envelope />}
            point={profile.contact.email}
            profile={profile}
          />
          <Reach channel="sms" icon={<Phone />} point={profile.contact.phone} profile={profile} />
          {DEVICE_CHANNELS.map(([channel, icon]) => {
            const devices = profile.endpoints.filter((one) => one.channel === channel)
            return (
              devices.length > 0 && (
                <Reach
                  key={channel}
                  channel={channel}
                  icon={icon}
                  point={{ status: "valid" }}
                  detail={devices.map(({ device }) => device).filter(Boolean)}
                  profile={profile}
                />
              )
            )
          })}
        </span>
      }
      description={place.join(", ") || undefined}
      actions={
        <>
          <DataAsOf at={profile.data_as_of} />
          <PrivacyMenu profile={profile} />
        </>
      }
    >
      <div className="grid grid-cols-2 gap-x-6 gap-y-4 px-6 py-4 md:grid-cols-3 xl:grid-cols-6">
        <Stat
          label={t("profiles.ltv")}
          formula={formula("revenue") ?? t("profiles.ltvFormula")}
          value={format.money(profile.revenue, profile.currency)}
        />
        <Stat label={t("profiles.columns.orders")} value={format.number(profile.orders)} />
        <Stat
          label={t("profiles.aov")}
          formula={formula("aov") ?? t("profiles.aovFormula")}
          value={format.money(profile.aov, profile.currency)}
        />
        <Stat
          label={t("profiles.columns.lastOrder")}
          value={<Time at={profile.last_order_at} style="date" />}
          note={profile.last_order_at ? format.relative(profile.last_order_at) : undefined}
        />
        <Stat
          label={t("profiles.nextOrder")}
          formula={formula(rhythm ? "expected_order_at" : "next_order_at")}
          value={format.date(rhythm ?? metric("next_order_at"))}
          note={
            rhythm
              ? t("profiles.sure", { share: format.share(Math.round(Number(sure) * 100) / 100) })
              : undefined
          }
        />
        <Stat
          label={t("profiles.churnRisk")}
          formula={formula("churn_risk")}
          value={format.share(risk === null ? null : Number(risk))}
          note={band ? t(`profiles.churn.${band}`) : t("profiles.tooLittle")}
        />
      </div>
    </PageHeader>
  )
}

type ReachProps = {
  channel: Channel
  icon: ReactNode
  point: Pick<ContactPoint, "status">
  /** Through what, where it is more than one address. */
  detail?: (string | null)[]
  profile: ProfileDetail
}

/** Whether a message may go to this person on a channel, by the colour of its icon and in words. */
function Reach({ channel, icon, point, detail = [], profile }: ReachProps) {
  const { t } = useTranslation("engage")
  const consent = profile.consent.find(
    (entry) => entry.channel === channel && entry.topic === ANY_TOPIC
  )
  const subscribed = profile.subscribed.includes(channel)
  const state =
    point.status === "valid"
      ? (consent?.state ?? (subscribed ? "subscribed" : "none"))
      : point.status
  const good = point.status === "valid" && subscribed
  const bad = point.status === "invalid" || consent?.state === "unsubscribed"
  const means = detail.length ? ` (${detail.join(", ")})` : ""
  const words =
    point.status === "valid"
      ? `${t(`channel.${channel}`)}: ${t(`consent.${state}`)}${means}`
      : `${t(`channel.${channel}`)}: ${t(`profiles.contactStatus.${point.status}`)}`

  return (
    <Tooltip content={<Text size="xsmall">{words}</Text>}>
      <span
        role="img"
        aria-label={words}
        className={clx(
          "text-ui-fg-subtle",
          good && "text-ui-tag-green-icon",
          bad && "text-ui-tag-red-icon"
        )}
      >
        {icon}
      </span>
    </Tooltip>
  )
}
