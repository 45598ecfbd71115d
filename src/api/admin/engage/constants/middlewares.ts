import { type MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"
import { CreateConstant, UpdateConstant } from "./validators"

export const constantMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/engage/constants",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(CreateConstant)],
  },
  {
    matcher: "/admin/engage/constants/:key",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(UpdateConstant)],
  },
]
