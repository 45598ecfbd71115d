import {
  type MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import { ListViews, SaveView, ShareView } from "./validators"

export const viewMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/engage/views",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(ListViews, {})],
  },
  {
    matcher: "/admin/engage/views",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(SaveView)],
  },
  {
    matcher: "/admin/engage/views/:id",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(ShareView)],
  },
]
