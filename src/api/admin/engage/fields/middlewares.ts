import {
  type MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import { AssignMetrics, CreateField, ListFields, OrderFields, UpdateField } from "./validators"

export const fieldMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/engage/fields",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(ListFields, {})],
  },
  {
    matcher: "/admin/engage/fields",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(CreateField)],
  },
  {
    matcher: "/admin/engage/fields/order",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(OrderFields)],
  },
  {
    matcher: "/admin/engage/fields/:id",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(UpdateField)],
  },
  {
    matcher: "/admin/engage/metric-values",
    methods: ["POST"],
    bodyParser: { sizeLimit: "2mb" },
    middlewares: [validateAndTransformBody(AssignMetrics)],
  },
]
