import { type MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"
import { SavePreferenceText, SaveTopic } from "./validators"

export const topicMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/engage/topics",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(SaveTopic)],
  },
  {
    matcher: "/admin/engage/preference-text",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(SavePreferenceText)],
  },
]
