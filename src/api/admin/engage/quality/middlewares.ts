import {
  type MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import {
  DecideTypo,
  ListChanges,
  ListRuns,
  ListTypos,
  RecheckProblem,
  SetRule,
  StartRun,
} from "./validators"

export const qualityMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/engage/quality/problems/recheck",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(RecheckProblem)],
  },
  {
    matcher: "/admin/engage/quality/rules/:rule",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(SetRule)],
  },
  {
    matcher: "/admin/engage/quality/runs",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(ListRuns, {})],
  },
  {
    matcher: "/admin/engage/quality/runs",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(StartRun)],
  },
  {
    matcher: "/admin/engage/quality/runs/:id/changes",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(ListChanges, {})],
  },
  {
    matcher: "/admin/engage/quality/typos",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(ListTypos, {})],
  },
  {
    matcher: "/admin/engage/quality/typos/:domain",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(DecideTypo)],
  },
  {
    matcher: "/admin/engage/quality/typos/:domain/people",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(ListRuns, {})],
  },
  {
    matcher: "/admin/engage/profiles/:id/typo",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(DecideTypo)],
  },
]
