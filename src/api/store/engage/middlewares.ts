import {
  authenticate,
  type MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import { notTooOften } from "./limit"
import { ListInApp, PushSignOff, PushSignUp, Subscribe, UpdateOwnProfile } from "./validators"

const signedIn = authenticate("customer", ["session", "bearer"])

const maybeSignedIn = authenticate("customer", ["session", "bearer"], {
  allowUnauthenticated: true,
})

export const storeMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/store/engage/messages",
    methods: ["GET"],
    middlewares: [maybeSignedIn, validateAndTransformQuery(ListInApp, {})],
  },
  {
    matcher: "/store/engage/push",
    methods: ["POST"],
    middlewares: [notTooOften, maybeSignedIn, validateAndTransformBody(PushSignUp)],
  },
  {
    matcher: "/store/engage/push",
    methods: ["DELETE"],
    middlewares: [validateAndTransformQuery(PushSignOff, {})],
  },
  {
    matcher: "/store/engage/telegram",
    methods: ["GET"],
    middlewares: [maybeSignedIn, validateAndTransformQuery(ListInApp, {})],
  },
  {
    matcher: "/store/engage/whatsapp",
    methods: ["GET"],
    middlewares: [maybeSignedIn, validateAndTransformQuery(ListInApp, {})],
  },
  {
    matcher: "/store/engage/subscribe",
    methods: ["POST"],
    middlewares: [notTooOften, validateAndTransformBody(Subscribe)],
  },
  { matcher: "/store/engage/profile", methods: ["GET"], middlewares: [signedIn] },
  {
    matcher: "/store/engage/profile",
    methods: ["POST"],
    middlewares: [signedIn, validateAndTransformBody(UpdateOwnProfile)],
  },
]
