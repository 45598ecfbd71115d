import {
  type MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import { CreateSource, ListRequests, TrySource, UpdateSource } from "./validators"

export const sourceMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/engage/sources",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(CreateSource)],
  },
  {
    matcher: "/admin/engage/sources/:id",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(UpdateSource)],
  },
  {
    matcher: "/admin/engage/sources/:id/trial",
    methods: ["POST"],
    bodyParser: { sizeLimit: "512kb" },
    middlewares: [validateAndTransformBody(TrySource)],
  },
  {
    matcher: "/admin/engage/sources/:id/requests",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(ListRequests, {})],
  },
  {
    matcher: "/engage/in/:source",
    methods: ["POST"],
    bodyParser: { sizeLimit: "256kb", preserveRawBody: true },
    middlewares: [],
  },
]
