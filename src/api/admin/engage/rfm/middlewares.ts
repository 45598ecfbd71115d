import { type MiddlewareRoute, validateAndTransformQuery } from "@medusajs/framework/http"
import { GetRfm, GetRfmMoves } from "./validators"

export const rfmMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/engage/rfm",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(GetRfm, {})],
  },
  {
    matcher: "/admin/engage/rfm/moves",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(GetRfmMoves, {})],
  },
]
