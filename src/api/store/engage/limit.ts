import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { RateLimit } from "../../../modules/profile/events/rate-limit"

/** Sign-ups a minute from one address. A storefront that calls from its own server counts as one. */
const SIGN_UPS_A_MINUTE = 60
const limit = new RateLimit(SIGN_UPS_A_MINUTE)

/** Slows down whoever signs up by the dozen: each sign-up sends somebody a mail, or is kept as a browser to write to. */
export function notTooOften(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) {
  if (limit.allows(req.ip ?? "", Date.now())) return next()
  res
    .status(429)
    .set("Retry-After", "10")
    .json({ type: "not_allowed", message: "Too many sign-ups: try again in a moment" })
}
