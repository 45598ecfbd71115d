import {
  type MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import { GetInterests, SetInterests } from "./validators"

export const interestMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/engage/interests",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(GetInterests, {})],
  },
  {
    matcher: "/admin/engage/interests/settings",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(SetInterests)],
  },
]
