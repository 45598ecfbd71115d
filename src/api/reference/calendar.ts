import { ListPlan, MoveBroadcast, ReadCalendar } from "../admin/engage/calendar/validators"
import type { AdminRoutes } from "./entry"

/** The calendar of broadcasts. */
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
} satisfies Partial<AdminRoutes>
