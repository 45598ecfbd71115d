import { type MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"
import { CreateSender, SaveSenderRules, UpdateSender } from "./validators"

export const senderMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/engage/senders",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(CreateSender)],
  },
  {
    matcher: "/admin/engage/sender-rules",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(SaveSenderRules)],
  },
  {
    matcher: "/admin/engage/senders/:id",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(UpdateSender)],
  },
]
