import {
  type MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import { ListPlan, MoveBroadcast, ReadCalendar } from "./validators"

export const calendarMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/engage/calendar",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(ReadCalendar, {})],
  },
  {
    matcher: "/admin/engage/calendar/list",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(ListPlan, {})],
  },
  {
    matcher: "/admin/engage/calendar/:id",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(MoveBroadcast)],
  },
]
