import {
  type MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import { AddSuppression, EndStorm, ListSuppressions, ReleaseSuppression } from "./validators"

export const suppressionMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/engage/suppressions",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(ListSuppressions, {})],
  },
  {
    matcher: "/admin/engage/suppressions",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(AddSuppression)],
  },
  {
    matcher: "/admin/engage/suppressions/release",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(ReleaseSuppression)],
  },
  {
    matcher: "/admin/engage/suppressions/storms",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(EndStorm)],
  },
]
