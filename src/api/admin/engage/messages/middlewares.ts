import { type MiddlewareRoute, validateAndTransformQuery } from "@medusajs/framework/http"
import { ListMessages } from "./validators"

export const messageMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/engage/messages",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(ListMessages, {})],
  },
]
