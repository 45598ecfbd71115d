import { type MiddlewareRoute, validateAndTransformQuery } from "@medusajs/framework/http"
import { ListValues } from "./validators"

export const attributeMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/engage/attributes/:key/values",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(ListValues, {})],
  },
]
