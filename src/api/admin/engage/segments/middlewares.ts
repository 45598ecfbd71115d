import {
  type MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import {
  CreateSegment,
  ListMembers,
  ListSegments,
  PreviewSegment,
  UpdateSegment,
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
    matcher: "/admin/engage/segments/:id",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(UpdateSegment)],
  },
  {
    matcher: "/admin/engage/segments/:id/members",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(ListMembers, {})],
  },
]
