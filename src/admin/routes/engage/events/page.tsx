import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Button, Container, Heading, Tabs, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { Crumb } from "../../../components/common/crumb"
import { ClickRules } from "../../../components/events/click-rules"
import { EventNames } from "../../../components/events/event-names"
import { TrackerDrawer } from "../../../components/events/tracker-drawer"
import { LiveEvents } from "../../../components/events/live-events"
import { useListParams } from "../../../hooks/use-list-params"

const VIEWS = ["live", "names", "clicks"] as const

const EventsPage = () => {
  const { t } = useTranslation("engage")
  const params = useListParams()
  const view = VIEWS.find((key) => key === params.param("view")) ?? "live"

  return (
    <Container className="overflow-hidden p-0">
      <Tabs
        value={view}
        onValueChange={(chosen) =>
          params.change({ view: chosen === "live" ? undefined : chosen, q: undefined })
        }
      >
        <div className="flex flex-col gap-3 px-6 pt-4 md:flex-row md:items-start md:justify-between">
          <div>
            <Heading>{t("events.title")}</Heading>
            <Text size="small" className="text-ui-fg-subtle">
              {t("events.description")}
            </Text>
          </div>
          <div className="flex items-center gap-x-2">
            <Tabs.List>
              {VIEWS.map((key) => (
                <Tabs.Trigger key={key} value={key}>
                  {t(`events.${key}`)}
                </Tabs.Trigger>
              ))}
            </Tabs.List>
            <Button
              size="small"
              variant="secondary"
              onClick={() => params.change({ script: "true" })}
            >
              {t("events.script.open")}
            </Button>
            <Button size="small" variant="secondary" asChild>
              <Link to="/engage/sources">{t("sources.title")}</Link>
            </Button>
          </div>
        </div>
        <TrackerDrawer
          open={params.param("script") === "true"}
          onClose={() => params.change({ script: undefined })}
        />
        <Tabs.Content value="live">
          <LiveEvents params={params} />
        </Tabs.Content>
        <Tabs.Content value="names">
          <EventNames params={params} />
        </Tabs.Content>
        <Tabs.Content value="clicks">
          <ClickRules />
        </Tabs.Content>
      </Tabs>
    </Container>
  )
}

export const config = defineRouteConfig({ label: "menu.events", translationNs: "engage", rank: 14 })

export const handle = { breadcrumb: () => <Crumb label="menu.events" /> }

export default EventsPage
