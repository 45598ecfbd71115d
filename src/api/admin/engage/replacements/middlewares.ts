import { type MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"
import { CreateReplacement, PreviewReplacement } from "./validators"

export const replacementMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/engage/replacements",
    methods: ["POST"],
    bodyParser: { sizeLimit: "1mb" },
    middlewares: [validateAndTransformBody(CreateReplacement)],
  },
  {
    matcher: "/admin/engage/replacements/preview",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(PreviewReplacement)],
  },
]
