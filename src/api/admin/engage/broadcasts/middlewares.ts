import {
  type MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import {
  CreateBroadcast,
  ListBroadcasts,
  ListPeople,
  ListRuns,
  PickWinner,
  ReviseBroadcast,
  SteerSeries,
  UpdateBroadcast,
} from "./validators"
import { TestMessage, TestMessageList } from "../../../test-message"

export const broadcastMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/engage/broadcasts",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(ListBroadcasts, {})],
  },
  {
    matcher: "/admin/engage/broadcasts",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(CreateBroadcast)],
  },
  {
    matcher: "/admin/engage/broadcasts/:id",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(UpdateBroadcast)],
  },
  {
    matcher: "/admin/engage/broadcasts/:id/test-message",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(TestMessage)],
  },
  {
    matcher: "/admin/engage/broadcasts/:id/test-message/list",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(TestMessageList)],
  },
  {
    matcher: "/admin/engage/broadcasts/:id/winner",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(PickWinner)],
  },
  {
    matcher: "/admin/engage/broadcasts/:id/content",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(ReviseBroadcast)],
  },
  {
    matcher: "/admin/engage/broadcasts/:id/people",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(ListPeople, {})],
  },
  {
    matcher: "/admin/engage/broadcasts/:id/runs",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(ListRuns, {})],
  },
  {
    matcher: "/admin/engage/broadcasts/:id/series",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(SteerSeries)],
  },
]
