import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Container, Heading, Select, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Crumb } from "../../../components/common/crumb"
import { PageError } from "../../../components/common/states"
import { Time } from "../../../components/common/values"
import { AccountSection } from "../../../components/deliverability/account-section"
import { MailboxSection } from "../../../components/deliverability/mailbox-section"
import { MoneySection } from "../../../components/deliverability/money-section"
import { ProviderSection } from "../../../components/deliverability/provider-section"
import { Storms } from "../../../components/deliverability/storms"
import { SuppressionList } from "../../../components/deliverability/suppression-list"
import { TroubleSection } from "../../../components/deliverability/trouble-section"
import { useDeliverability } from "../../../hooks/api/deliverability"
import { useSending } from "../../../hooks/api/sending"
import { SENDING_CHANNELS, type SendingChannel } from "../../../../types/common"
import { useListParams } from "../../../hooks/use-list-params"

const PERIODS = [7, 30, 90, 365]
const STANDARD = 30
/** Channels for which a second service can be named. */
const WITH_FALLBACK: SendingChannel[] = ["email", "sms"]

const DeliverabilityPage = () => {
  const { t } = useTranslation("engage")
  const params = useListParams()
  const days = PERIODS.find((period) => String(period) === params.param("days")) ?? STANDARD
  const channel = SENDING_CHANNELS.find((one) => one === params.param("channel")) ?? "email"
  const { data, error, refetch } = useDeliverability(days, channel)
  const { data: sending } = useSending(channel)
  if (error && !data) return <PageError error={error} onRetry={refetch} />

  return (
    <div className="flex flex-col gap-y-3">
      <Container className="flex flex-col gap-3 px-6 py-4 md:flex-row md:items-center md:justify-between">
        <div>
          <Heading>{t("deliverability.title")}</Heading>
          <Text as="div" size="small" className="text-ui-fg-subtle">
            {t("deliverability.description")}
            {data?.counted_at && (
              <>
                {" "}
                {t("deliverability.countedAt")} <Time at={data.counted_at} style="relative" />.
              </>
            )}
          </Text>
        </div>
        <div className="flex w-full gap-x-2 md:w-[380px]">
          <Select
            size="small"
            value={channel}
            onValueChange={(chosen) =>
              params.change({ channel: chosen === "email" ? undefined : chosen })
            }
          >
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
          <Select
            size="small"
            value={String(days)}
            onValueChange={(chosen) =>
              params.change({ days: chosen === String(STANDARD) ? undefined : chosen })
            }
          >
            <Select.Trigger aria-label={t("deliverability.period")}>
              <Select.Value />
            </Select.Trigger>
            <Select.Content>
              {PERIODS.map((period) => (
                <Select.Item key={period} value={String(period)}>
                  {t("deliverability.days", { count: period })}
                </Select.Item>
              ))}
            </Select.Content>
          </Select>
        </div>
      </Container>
      {data?.channel === channel && <Storms storms={data.storms} />}
      {sending?.channel === channel &&
        sending.accounts.map((account) => (
          <AccountSection
            key={account.account}
            account={account}
            channel={channel}
            currency={sending.currency}
            waiting={sending.waiting}
            hasFallback={sending.accounts.length > 1 || !WITH_FALLBACK.includes(channel)}
          />
        ))}
      {data && <ProviderSection provider={data.provider} />}
      {data && data.channel === channel && data.money.sent > 0 && (
        <MoneySection money={data.money} />
      )}
      <MailboxSection channel={channel} mailboxes={data?.mailboxes} />
      <TroubleSection troubles={data?.troubles} />
      <SuppressionList params={params} />
    </div>
  )
}

export const config = defineRouteConfig({
  label: "menu.deliverability",
  translationNs: "engage",
  rank: 12,
})

export const handle = { breadcrumb: () => <Crumb label="menu.deliverability" /> }

export default DeliverabilityPage
