import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Container } from "@medusajs/ui"
import { lazy, Suspense } from "react"
import { useTranslation } from "react-i18next"
import { Crumb } from "../../../components/common/crumb"
import { PageHeader } from "../../../components/common/page-header"
import { PageSkeleton } from "../../../components/common/states"

// A calendar weighs as much as the rest of the page together, and nobody else needs it.
const BroadcastCalendar = lazy(() => import("../../../components/calendar/broadcast-calendar"))

const CalendarPage = () => {
  const { t } = useTranslation("engage")
  return (
    <div className="flex flex-col gap-y-3">
      <PageHeader title={t("calendar.title")} description={t("calendar.description")} />
      <Suspense
        fallback={
          <Container className="p-0">
            <PageSkeleton blocks={[560]} />
          </Container>
        }
      >
        <BroadcastCalendar />
      </Suspense>
    </div>
  )
}

export const config = defineRouteConfig({
  label: "menu.calendar",
  translationNs: "engage",
  rank: 6,
})

export const handle = { breadcrumb: () => <Crumb label="menu.calendar" /> }

export default CalendarPage
