import {
  type MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import { CreateExport, ListExports } from "./validators"

export const exportMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/engage/exports",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(ListExports, {})],
  },
  {
    matcher: "/admin/engage/exports",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(CreateExport)],
  },
]
