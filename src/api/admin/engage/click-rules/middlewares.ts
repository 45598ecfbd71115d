import { type MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"
import { CreateClickRule, UpdateClickRule } from "./validators"

export const clickRuleMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/engage/click-rules",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(CreateClickRule)],
  },
  {
    matcher: "/admin/engage/click-rules/:id",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(UpdateClickRule)],
  },
]
