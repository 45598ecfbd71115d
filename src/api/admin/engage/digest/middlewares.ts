import { type MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"
import { SaveDigest } from "./validators"

export const digestMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/engage/digest",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(SaveDigest)],
  },
]
