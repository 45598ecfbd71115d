import { type MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"
import { MoveToFolder } from "./validators"

export const folderMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/engage/folders/:kind",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(MoveToFolder)],
  },
]
