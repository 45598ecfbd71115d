import { defineRouteConfig } from "@medusajs/admin-sdk"
import { useTranslation } from "react-i18next"
import BroadcastCalendar from "../../../components/calendar/broadcast-calendar"
import { Crumb } from "../../../components/common/crumb"
import { PageHeader } from "../../../components/common/page-header"

const CalendarPage = () => {
  const { t } = useTranslation("engage")
  return (
    <div className="flex flex-col gap-y-3">
      <PageHeader title={t("calendar.title")} description={t("calendar.description")} />
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
