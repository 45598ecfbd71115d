import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { ConsentBadge, RfmBadge } from "../components/common/badges"
import { ErrorState, RowsSkeleton, Section } from "../components/common/states"
import { Fact, Time } from "../components/common/values"
import { useCustomerProfile } from "../hooks/api/profiles"
import { useFormat } from "../hooks/use-format"
import { ANY_TOPIC } from "../../types/common"
import type { ProfileDetail } from "../../types/profile"

type CustomerWidgetProps = { data: { id: string } }

/** On Medusa's customer page: what the person is worth, may be written to, and the way to the profile. */
const CustomerWidget = ({ data: customer }: CustomerWidgetProps) => {
  const { t } = useTranslation("engage")
  const { data: profile, error, refetch, isPending } = useCustomerProfile(customer.id)

  return (
    <Section
      title={t("menu.engage")}
      actions={
        profile && (
          <Button size="small" variant="secondary" asChild>
            <Link to={`/engage/profiles/${profile.id}`}>{t("profiles.widget.open")}</Link>
          </Button>
        )
      }
    >
      {error ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : isPending ? (
        <RowsSkeleton rows={4} />
      ) : profile ? (
        <Facts profile={profile} />
      ) : (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {t("profiles.widget.none")}
        </Text>
      )}
    </Section>
  )
}

function Facts({ profile }: { profile: ProfileDetail }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const channels = profile.consent.filter((entry) => entry.topic === ANY_TOPIC)
  return (
    <>
      <Fact label={t("profiles.columns.rfm")}>
        <RfmBadge group={profile.rfm_group} />
      </Fact>
      <Fact label={t("profiles.ltv")}>{format.money(profile.revenue, profile.currency)}</Fact>
      <Fact label={t("profiles.columns.orders")}>{format.number(profile.orders)}</Fact>
      <Fact label={t("profiles.aov")}>{format.money(profile.aov, profile.currency)}</Fact>
      <Fact label={t("profiles.columns.lastOrder")}>
        <Time at={profile.last_order_at} style="date" />
      </Fact>
      {channels.map((entry) => (
        <Fact key={entry.channel} label={t(`channel.${entry.channel}`)}>
          <ConsentBadge state={entry.state} />
        </Fact>
      ))}
    </>
  )
}

export const config = defineWidgetConfig({ zone: "customer.details.side", id: "engage-customer" })

export default CustomerWidget
