import {
  type MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import { CreateWebhook, ListDeliveries, ReplayFailed, UpdateWebhook } from "./validators"

export const webhookMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/engage/webhooks",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(CreateWebhook)],
  },
  {
    matcher: "/admin/engage/webhooks/:id",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(UpdateWebhook)],
  },
  {
    matcher: "/admin/engage/webhooks/:id/replay",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(ReplayFailed)],
  },
  {
    matcher: "/admin/engage/webhooks/:id/deliveries",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(ListDeliveries, {})],
  },
]
