import { ListPlan, MoveBroadcast, ReadCalendar } from "../admin/engage/calendar/validators"
import { ListRegions, SaveHolidays } from "../admin/engage/holidays/validators"
import type { AdminRoutes } from "./entry"

/** The calendar of broadcasts, and the days on which the shop is closed. */
export const calendarRoutes = {
  "GET /admin/engage/calendar": {
    summary: "Broadcasts of a time, and which of a day go to some of the same people",
    query: ReadCalendar,
  },
  "GET /admin/engage/calendar/list": {
    summary: "List or search broadcasts and campaigns together, with what came of them",
    details:
      "`kind` is `broadcast` or `campaign`; `status` is `draft`, `scheduled`, `running`, `paused`, `ended` or `archived`. What is archived is only listed when it is asked for.",
    query: ListPlan,
  },
  "POST /admin/engage/calendar/:id": {
    summary: "Move a draft or scheduled broadcast to another moment",
    details: "Its zone stays; the moment is put into the words of its schedule.",
    body: MoveBroadcast,
  },
  "GET /admin/engage/holidays": {
    summary: "Which days are holidays of the shop, and the next of them",
  },
  "POST /admin/engage/holidays": {
    summary: "Set whose public holidays the shop keeps, and its own days",
    details:
      "Replaces all of them. `region` is one of the country's regions with holidays of their own, or null for those of the whole country. Own days are from the first to the last, both included.",
    body: SaveHolidays,
  },
  "GET /admin/engage/holidays/regions": {
    summary: "Parts of a country that have public holidays of their own",
    query: ListRegions,
  },
} satisfies Partial<AdminRoutes>
