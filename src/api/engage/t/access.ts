import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { isbot } from "isbot"
import { RateLimit } from "../../../modules/profile/events/rate-limit"
import { PROFILE_MODULE } from "../../../modules/profile"
import type ProfileModuleService from "../../../modules/profile/service"

let limit: RateLimit | undefined

/** Answers browsers of the shop's own origins, and refuses those of others. Requests without an origin pass. */
export function allowOrigins(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) {
  const origin = req.get("origin")
  if (!origin) return next()
  if (!allowedOrigins(req).some((allowed) => allowed === "*" || allowed === origin)) {
    res.status(403).json({
      type: "not_allowed",
      message: `${origin} may not send events: add it to the option tracker.origins, or to storeCors`,
    })
    return
  }
  res.set({
    "Access-Control-Allow-Origin": origin,
    "Access-Control-Allow-Credentials": "true",
    "Access-Control-Allow-Headers": "authorization, content-type",
    "Access-Control-Allow-Methods": "POST, OPTIONS",
    "Access-Control-Max-Age": "86400",
    Vary: "Origin",
  })
  next()
}

function allowedOrigins(req: MedusaRequest): string[] {
  const { options } = req.scope.resolve<ProfileModuleService>(PROFILE_MODULE)
  if (options.tracker.origins) return options.tracker.origins
  const config = req.scope.resolve(ContainerRegistrationKeys.CONFIG_MODULE)
  const own = new URL(options.publicUrl).origin
  return [own, ...config.projectConfig.http.storeCors.split(",").map((origin) => origin.trim())]
}

/** Slows floods down, and lets robots go with thanks: what they do is nobody's visit. */
export function onlyPeople(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) {
  const { options } = req.scope.resolve<ProfileModuleService>(PROFILE_MODULE)
  limit ??= new RateLimit(options.tracker.requestsPerMinute)
  if (!limit.allows(req.ip ?? "", Date.now())) {
    res
      .status(429)
      .set("Retry-After", "10")
      .json({ type: "not_allowed", message: "Too many requests: try again in a moment" })
    return
  }
  if (isbot(req.get("user-agent") ?? "")) {
    res.status(204).end()
    return
  }
  next()
}
