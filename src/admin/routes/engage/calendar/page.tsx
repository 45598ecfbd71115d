import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import BroadcastCalendar from "../../../components/calendar/broadcast-calendar"
import { Crumb } from "../../../components/common/crumb"
import { PageHeader } from "../../../components/common/page-header"

const CalendarPage = () => {
  const { t } = useTranslation("engage")
  return (
    <div className="flex flex-col gap-y-3">
      <PageHeader
        title={t("calendar.title")}
        description={t("calendar.description")}
        actions={
          <Button size="small" variant="secondary" asChild>
            <Link to="/engage/calendar/list">{t("calendar.plan.open")}</Link>
          </Button>
        }
      />
      <BroadcastCalendar />
    </div>
  )
}

export const config = defineRouteConfig({
  label: "menu.calendar",
  translationNs: "engage",
  rank: 8,
})

export const handle = { breadcrumb: () => <Crumb label="menu.calendar" /> }

export default CalendarPage
