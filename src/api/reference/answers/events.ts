import type {
  ClickRule,
  EventItem,
  EventName,
  EventOutcome,
  EventSchema,
  InboundSource,
  SourceRequest,
  SourceTrial,
  VisitorMerge,
} from "../../../types/event"
import type { Deleted, Listed } from "./shapes"

/** @internal */
export type EventAnswers = {
  "GET /admin/engage/events": Listed<"events", EventItem>
  "POST /admin/engage/events": EventOutcome
  "GET /admin/engage/events/file": string
  "GET /admin/engage/events/:id": { event: EventItem }
  "GET /admin/engage/event-names": { names: EventName[] }
  "GET /admin/engage/event-names/:name": { schema: EventSchema }
  "GET /admin/engage/click-rules": { rules: ClickRule[] }
  "POST /admin/engage/click-rules": { rule: ClickRule }
  "POST /admin/engage/click-rules/:id": { rule: ClickRule }
  "DELETE /admin/engage/click-rules/:id": Deleted<"click_rule">
  "GET /admin/engage/profiles/:id/devices": { devices: VisitorMerge[] }
  "POST /admin/engage/profiles/:id/devices/:merge/undo": { id: string; undone: true }
  "GET /admin/engage/sources": { sources: InboundSource[] }
  "POST /admin/engage/sources": { source: InboundSource; secret: string }
  "GET /admin/engage/sources/:id": { source: InboundSource }
  "POST /admin/engage/sources/:id": { source: InboundSource }
  "DELETE /admin/engage/sources/:id": Deleted<"source">
  "POST /admin/engage/sources/:id/secret": { source: InboundSource; secret: string }
  "POST /admin/engage/sources/:id/trial": SourceTrial
  "GET /admin/engage/sources/:id/requests": Listed<"requests", SourceRequest>
  "POST /admin/engage/sources/:id/requests/:request/replay": { request: SourceRequest }
}
