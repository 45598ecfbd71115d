import {
  type MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import { DismissDuplicate, ListMerges, MergeProfiles, SetMergeRules } from "./validators"

export const mergeMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/engage/merges",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(ListMerges, {})],
  },
  {
    matcher: "/admin/engage/merges",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(MergeProfiles)],
  },
  {
    matcher: "/admin/engage/duplicates",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(ListMerges, {})],
  },
  {
    matcher: "/admin/engage/duplicates/dismiss",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(DismissDuplicate)],
  },
  {
    matcher: "/admin/engage/duplicates/rules",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(SetMergeRules)],
  },
]
