import {
  type MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import { ListProfiles, ListTimeline, SetConsent } from "./validators"

export const profileMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/engage/profiles",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(ListProfiles, {})],
  },
  {
    matcher: "/admin/engage/profiles/:id/timeline",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(ListTimeline, {})],
  },
  {
    matcher: "/admin/engage/profiles/:id/consent",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(SetConsent)],
  },
]
