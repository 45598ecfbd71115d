import { type MiddlewareRoute, validateAndTransformQuery } from "@medusajs/framework/http"
import { ReadDeliverability } from "./validators"

export const deliverabilityMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/engage/deliverability",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(ReadDeliverability, {})],
  },
]
