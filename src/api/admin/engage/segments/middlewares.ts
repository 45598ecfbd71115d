import {
  type MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import {
  CreateSegment,
  FollowGroup,
  GroupDiff,
  ListMembers,
  ListMoves,
  ListSegments,
  PreviewSegment,
  RestoreSegment,
  UpdateSegment,
  WhySegment,
} from "./validators"

export const segmentMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/engage/segments",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(ListSegments, {})],
  },
  {
    matcher: "/admin/engage/segments",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(CreateSegment)],
  },
  {
    matcher: "/admin/engage/segments/preview",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(PreviewSegment)],
  },
  {
    matcher: "/admin/engage/segments/counts",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(PreviewSegment)],
  },
  {
    matcher: "/admin/engage/segments/why",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(WhySegment)],
  },
  {
    matcher: "/admin/engage/segments/:id/restore",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(RestoreSegment)],
  },
  {
    matcher: "/admin/engage/segments/:id/group",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(FollowGroup)],
  },
  {
    matcher: "/admin/engage/segments/:id/group/diff",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(GroupDiff, {})],
  },
  {
    matcher: "/admin/engage/segments/:id",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(UpdateSegment)],
  },
  {
    matcher: "/admin/engage/segments/:id/members",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(ListMembers, {})],
  },
  {
    matcher: "/admin/engage/segments/:id/moves",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(ListMoves, {})],
  },
]
