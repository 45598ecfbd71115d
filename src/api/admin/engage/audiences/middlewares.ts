import {
  type MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import {
  ChangeMembers,
  CreateAudience,
  ListAudienceMembers,
  ListAudiences,
  MatchList,
  UndoChange,
  UpdateAudience,
} from "./validators"

/** Lists of addresses are long. */
const bodyParser = { sizeLimit: "25mb" }

export const audienceMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/engage/audiences",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(ListAudiences, {})],
  },
  {
    matcher: "/admin/engage/audiences",
    methods: ["POST"],
    bodyParser,
    middlewares: [validateAndTransformBody(CreateAudience)],
  },
  {
    matcher: "/admin/engage/audiences/match",
    methods: ["POST"],
    bodyParser,
    middlewares: [validateAndTransformBody(MatchList)],
  },
  {
    matcher: "/admin/engage/audiences/:id",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(UpdateAudience)],
  },
  {
    matcher: "/admin/engage/audiences/:id/members",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(ListAudienceMembers, {})],
  },
  {
    matcher: "/admin/engage/audiences/:id/members",
    methods: ["POST"],
    bodyParser,
    middlewares: [validateAndTransformBody(ChangeMembers)],
  },
  {
    matcher: "/admin/engage/audiences/:id/changes",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(UndoChange)],
  },
]
