import {
  type MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import { CleanUpFiles, ListFiles } from "./validators"

export const fileMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/engage/files",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(ListFiles, {})],
  },
  {
    matcher: "/admin/engage/files/clean-up",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(CleanUpFiles)],
  },
]
