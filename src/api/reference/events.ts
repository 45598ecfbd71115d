import { RecordEvents } from "../../modules/profile/events/record"
import { CreateClickRule, UpdateClickRule } from "../admin/engage/click-rules/validators"
import { EventsFile, ListEvents, ListNames } from "../admin/engage/events/validators"
import {
  CreateSource,
  ListRequests,
  TrySource,
  UpdateSource,
} from "../admin/engage/sources/validators"
import type { AdminRoutes } from "./entry"

/** Events, where they come from, and the devices they come from. */
export const eventRoutes = {
  "GET /admin/engage/events": {
    summary: "Events, newest first",
    details:
      "`names` takes several, separated by commas; a comma in a name is written `\\,`. `q` looks into names and properties.",
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
  "GET /admin/engage/events/file": {
    summary: "Events, newest first, as CSV",
    query: EventsFile,
  },
  "GET /admin/engage/events/:id": { summary: "One event with its properties" },
  "GET /admin/engage/event-names": {
    summary: "Every event name with its volume, latest first",
    query: ListNames,
  },
  "GET /admin/engage/event-names/:name": {
    summary: "What the latest 500 events of a name hold: properties, types, values, a sample",
  },
  "GET /admin/engage/click-rules": {
    summary: "Rules that make events of clicks in the storefront, with how often each was seen",
  },
  "POST /admin/engage/click-rules": {
    summary: "Make an event of clicks on what a CSS selector matches",
    details: "On pages whose address contains `page`. The storefront follows within a minute.",
    body: CreateClickRule,
  },
  "POST /admin/engage/click-rules/:id": {
    summary: "Change a rule, or switch it on or off",
    body: UpdateClickRule,
  },
  "DELETE /admin/engage/click-rules/:id": { summary: "Delete a rule; its events stay" },
  "GET /admin/engage/profiles/:id/devices": {
    summary: "Devices whose anonymous visits were joined to a profile, and why",
  },
  "POST /admin/engage/profiles/:id/devices/:merge/undo": {
    summary: "Take the join of a device back",
    details: "Its visits and events, those before and since, are nobody's again.",
  },
  "GET /admin/engage/sources": { summary: "Sources from which other systems send events in" },
  "POST /admin/engage/sources": {
    summary: "Make a source",
    details: "Answers with its `secret`, which is not shown again.",
    body: CreateSource,
  },
  "GET /admin/engage/sources/:id": { summary: "One source with its address and mapping" },
  "POST /admin/engage/sources/:id": {
    summary: "Change a source; what is left out stays",
    body: UpdateSource,
  },
  "DELETE /admin/engage/sources/:id": { summary: "Delete a source; what it sent stays" },
  "POST /admin/engage/sources/:id/secret": {
    summary: "Make a new secret; the old one stops at once",
  },
  "POST /admin/engage/sources/:id/trial": {
    summary: "What the mapping makes of a document, without storing anything",
    body: TrySource,
  },
  "GET /admin/engage/sources/:id/requests": {
    summary: "The latest calls of a source and what became of them",
    query: ListRequests,
  },
  "POST /admin/engage/sources/:id/requests/:request/replay": {
    summary: "Read a call again with today's mapping",
    details: "Events that are stored already count as duplicates.",
  },
} satisfies Partial<AdminRoutes>
