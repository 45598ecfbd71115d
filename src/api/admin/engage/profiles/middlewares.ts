import {
  type MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import {
  ErasePerson,
  ListOrders,
  ListProfiles,
  ListTimeline,
  ReadPersonalData,
  SetConsent,
  UpdateProfile,
} from "./validators"

export const profileMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/engage/profiles",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(ListProfiles, {})],
  },
  {
    matcher: "/admin/engage/profiles/:id",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(UpdateProfile)],
  },
  {
    matcher: "/admin/engage/profiles/:id/orders",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(ListOrders, {})],
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
  {
    matcher: "/admin/engage/profiles/:id/erase",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(ErasePerson)],
  },
  {
    matcher: "/admin/engage/profiles/:id/personal-data",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(ReadPersonalData, {})],
  },
]
