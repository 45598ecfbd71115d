import { Container, Tabs } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useSearchParams } from "react-router-dom"
import { ORDERS_BEHIND, type OrdersBehind } from "../../../types/profile"
import { OrdersTab } from "./orders-tab"
import { TimelineTab } from "./timeline-section"

const TABS = ["timeline", "orders", "messages", "metric"] as const

/** What happened with the person: everything by days, or one kind at a time. The tab stands in the address. */
export function HistoryTabs({ profileId }: { profileId: string }) {
  const { t } = useTranslation("engage")
  const [params, setParams] = useSearchParams()
  const tab = TABS.find((known) => known === params.get("tab")) ?? "timeline"
  const behind = ORDERS_BEHIND.find((known) => known === params.get("behind"))
  const show = (next: string, orders?: OrdersBehind) =>
    setParams({
      ...(next !== "timeline" && { tab: next }),
      ...(orders && { behind: orders }),
    })

  return (
    <Container className="overflow-hidden p-0">
      <Tabs value={tab} onValueChange={(next) => show(next)}>
        <Tabs.List className="px-6 py-4" aria-label={t("profiles.tabs.label")}>
          {TABS.map((name) => (
            <Tabs.Trigger key={name} value={name}>
              {t(`profiles.tabs.${name}`)}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        <Tabs.Content value="timeline" className="border-t">
          <TimelineTab key={params.get("at")} profileId={profileId} />
        </Tabs.Content>
        <Tabs.Content value="orders" className="border-t">
          <OrdersTab profileId={profileId} behind={behind} onAll={() => show("orders")} />
        </Tabs.Content>
        <Tabs.Content value="messages" className="border-t">
          <TimelineTab profileId={profileId} only={["message"]} />
        </Tabs.Content>
        <Tabs.Content value="metric" className="border-t">
          <TimelineTab profileId={profileId} only={["metric", "number"]} />
        </Tabs.Content>
      </Tabs>
    </Container>
  )
}
