import { type MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"
import { PreviewAttribution, SaveAttribution } from "./validators"

export const attributionMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/engage/attribution",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(SaveAttribution)],
  },
  {
    matcher: "/admin/engage/attribution/preview",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(PreviewAttribution)],
  },
]
