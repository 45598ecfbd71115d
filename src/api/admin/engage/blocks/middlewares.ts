import { type MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"
import { CreateSavedBlock, UpdateSavedBlock } from "./validators"

export const blockMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/engage/blocks",
    methods: ["POST"],
    bodyParser: { sizeLimit: "3mb" },
    middlewares: [validateAndTransformBody(CreateSavedBlock)],
  },
  {
    matcher: "/admin/engage/blocks/:id",
    methods: ["POST"],
    bodyParser: { sizeLimit: "3mb" },
    middlewares: [validateAndTransformBody(UpdateSavedBlock)],
  },
]
