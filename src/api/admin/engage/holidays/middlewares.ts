import {
  type MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import { ListRegions, SaveHolidays } from "./validators"

export const holidayMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/engage/holidays",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(SaveHolidays)],
  },
  {
    matcher: "/admin/engage/holidays/regions",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(ListRegions, {})],
  },
]
