import {
  type MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import {
  CreateRule,
  ReadControlReport,
  SaveBrake,
  SaveControlGroup,
  UpdateRule,
} from "./validators"

export const policyMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/engage/policy/rules",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(CreateRule)],
  },
  {
    matcher: "/admin/engage/policy/rules/:id",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(UpdateRule)],
  },
  {
    matcher: "/admin/engage/policy/control-group",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(SaveControlGroup)],
  },
  {
    matcher: "/admin/engage/policy/control-group/report",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(ReadControlReport, {})],
  },
  {
    matcher: "/admin/engage/policy/brake",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(SaveBrake)],
  },
]
