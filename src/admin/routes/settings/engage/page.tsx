import { defineRouteConfig } from "@medusajs/admin-sdk"
import { PaperPlane } from "@medusajs/icons"
import { useTranslation } from "react-i18next"
import { Crumb } from "../../../components/common/crumb"
import { PageHeader } from "../../../components/common/page-header"
import { PageError, PageSkeleton } from "../../../components/common/states"
import { ArrivalsSection } from "../../../components/settings/arrivals-section"
import { AttributionSection } from "../../../components/settings/attribution-section"
import { DriftSection } from "../../../components/settings/drift-section"
import { FailuresSection } from "../../../components/settings/failures-section"
import { HolidaysSection } from "../../../components/settings/holidays-section"
import { MigrationsSection } from "../../../components/settings/migrations-section"
import { PushSection } from "../../../components/settings/push-section"
import { QueuesSection } from "../../../components/settings/queues-section"
import { SendersSection } from "../../../components/settings/senders-section"
import { SendingSection } from "../../../components/settings/sending-section"
import { PageTextSection } from "../../../components/settings/page-text-section"
import { TestListsSection } from "../../../components/settings/test-lists-section"
import { TopicsSection } from "../../../components/settings/topics-section"
import { SourcesSection } from "../../../components/settings/sources-section"
import { WebhooksSection } from "../../../components/settings/webhooks-section"
import { useHealth } from "../../../hooks/api/overview"
import { useHashScroll } from "../../../hooks/use-hash-scroll"

const SettingsPage = () => {
  const { t } = useTranslation("engage")
  const { data: health, error, refetch } = useHealth()
  useHashScroll(Boolean(health))

  if (error && !health) return <PageError error={error} onRetry={refetch} />
  if (!health) return <PageSkeleton blocks={[72, 240, 240]} />

  return (
    <div className="flex flex-col gap-y-3">
      <PageHeader title={t("settings.title")} description={t("settings.description")} />
      <SourcesSection freshness={health.freshness} />
      <ArrivalsSection arrivals={health.arrivals} />
      <DriftSection drift={health.freshness.drift} />
      <AttributionSection />
      <SendersSection />
      <TestListsSection />
      <SendingSection health={health} />
      {health.push_public_key && <PushSection publicKey={health.push_public_key} />}
      <WebhooksSection />
      <TopicsSection />
      <HolidaysSection />
      <PageTextSection />
      <QueuesSection health={health} />
      <MigrationsSection migrations={health.migrations} />
      <FailuresSection health={health} />
    </div>
  )
}

export const config = defineRouteConfig({
  label: "menu.settings",
  translationNs: "engage",
  icon: PaperPlane,
})

export const handle = { breadcrumb: () => <Crumb label="menu.settings" /> }

export default SettingsPage
