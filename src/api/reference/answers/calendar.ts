import type { Broadcast } from "../../../types/broadcast"
import type { Calendar, HolidayRegions, Holidays, PlanItem } from "../../../types/calendar"
import type { Listed } from "./shapes"

/** @internal */
export type CalendarAnswers = {
  "GET /admin/engage/calendar": Calendar
  "GET /admin/engage/calendar/list": Listed<"items", PlanItem> & { currency: string }
  "POST /admin/engage/calendar/:id": { broadcast: Broadcast }
  "GET /admin/engage/holidays": Holidays
  "POST /admin/engage/holidays": Holidays
  "GET /admin/engage/holidays/regions": HolidayRegions
}
