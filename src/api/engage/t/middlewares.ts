import { authenticate, type MiddlewareRoute } from "@medusajs/framework/http"
import { allowOrigins, onlyPeople } from "./access"

export const trackerMiddlewares: MiddlewareRoute[] = [
  { matcher: "/engage/t/rules", methods: ["GET"], middlewares: [allowOrigins] },
  { matcher: "/engage/t/events", methods: ["POST", "OPTIONS"], middlewares: [allowOrigins] },
  {
    matcher: "/engage/t/events",
    methods: ["POST"],
    bodyParser: { sizeLimit: "128kb" },
    middlewares: [
      onlyPeople,
      authenticate("customer", ["session", "bearer"], { allowUnauthenticated: true }),
    ],
  },
]
