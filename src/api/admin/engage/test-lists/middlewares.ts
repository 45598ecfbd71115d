import { type MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"
import { SaveTestLists } from "./validators"

export const testListMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/engage/test-lists",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(SaveTestLists)],
  },
]
