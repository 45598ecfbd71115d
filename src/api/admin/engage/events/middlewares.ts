import {
  type MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import { RecordEvents } from "../../../../modules/profile/events/record"
import { EventsFile, ListEvents, ListNames } from "./validators"

export const eventMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/engage/events/file",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(EventsFile, {})],
  },
  {
    matcher: "/admin/engage/events",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(ListEvents, {})],
  },
  {
    matcher: "/admin/engage/events",
    methods: ["POST"],
    bodyParser: { sizeLimit: "20mb" },
    middlewares: [validateAndTransformBody(RecordEvents)],
  },
  {
    matcher: "/admin/engage/event-names",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(ListNames, {})],
  },
]
