import { ListEvents, ListNames, RecordEvents } from "../admin/engage/events/validators"
import type { AdminRoutes } from "./entry"

/** Events, where they come from, and the devices they come from. */
export const eventRoutes = {
  "GET /admin/engage/events": {
    summary: "Events, newest first",
    details: "`names` takes several, separated by commas. `q` looks into names and properties.",
    query: ListEvents,
  },
  "POST /admin/engage/events": {
    summary: "Store up to 1,000 events that your server saw",
    details:
      "Each event: `name`, `message_id` (yours; the same one counts once), one of `profile_id`, `customer_id`, `email`, " +
      "`anonymous_id`, and optionally `at` and `properties`. A bad event is refused alone with its index and reason. " +
      "What is answered as accepted is committed.",
    body: RecordEvents,
  },
  "GET /admin/engage/events/:id": { summary: "One event with its properties" },
  "GET /admin/engage/event-names": {
    summary: "Every event name with its volume, latest first",
    query: ListNames,
  },
  "GET /admin/engage/event-names/:name": {
    summary: "What the latest 500 events of a name hold: properties, types, values, a sample",
  },
  "GET /admin/engage/profiles/:id/devices": {
    summary: "Devices whose anonymous visits were joined to a profile, and why",
  },
  "POST /admin/engage/profiles/:id/devices/:merge/undo": {
    summary: "Take the join of a device back",
    details: "Its visits and events, those before and since, are nobody's again.",
  },
} satisfies Partial<AdminRoutes>
