import {
  type MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import { ReadSending, SaveLimits, SavePrices, SaveWarmUp } from "./validators"

export const sendingMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/engage/sending",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(ReadSending, {})],
  },
  {
    matcher: "/admin/engage/sending/limits",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(SaveLimits)],
  },
  {
    matcher: "/admin/engage/sending/prices",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(SavePrices)],
  },
  {
    matcher: "/admin/engage/sending/warm-up",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(SaveWarmUp)],
  },
]
