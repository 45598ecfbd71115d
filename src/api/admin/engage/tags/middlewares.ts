import {
  type MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import { ChangeTags, ListTags, TagThings } from "./validators"

export const tagMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/engage/tags",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(ListTags, {})],
  },
  {
    matcher: "/admin/engage/tags",
    methods: ["POST"],
    // Lists of addresses are long.
    bodyParser: { sizeLimit: "25mb" },
    middlewares: [validateAndTransformBody(ChangeTags)],
  },
  {
    matcher: "/admin/engage/tags/:kind",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(TagThings)],
  },
]
