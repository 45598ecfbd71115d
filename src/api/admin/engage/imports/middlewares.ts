import {
  type MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import { ListImportRows, ListImports, UpdateImport } from "./validators"

export const importMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/engage/imports",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(ListImports, {})],
  },
  {
    matcher: "/admin/engage/imports/:id",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(UpdateImport)],
  },
  {
    matcher: "/admin/engage/imports/:id/rows",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(ListImportRows, {})],
  },
]
