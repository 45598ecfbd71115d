import {
  authenticate,
  type MiddlewareRoute,
  validateAndTransformBody,
} from "@medusajs/framework/http"
import { Subscribe, UpdateOwnProfile } from "./validators"

const signedIn = authenticate("customer", ["session", "bearer"])

export const storeMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/store/engage/subscribe",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(Subscribe)],
  },
  { matcher: "/store/engage/profile", methods: ["GET"], middlewares: [signedIn] },
  {
    matcher: "/store/engage/profile",
    methods: ["POST"],
    middlewares: [signedIn, validateAndTransformBody(UpdateOwnProfile)],
  },
]
