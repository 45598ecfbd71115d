import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"

/** What the history calls the sender of a request: `staff` who is signed in, or the `api` by a key. */
export function sourceOf(req: AuthenticatedMedusaRequest): "api" | "staff" {
  return req.auth_context.actor_type === "api-key" ? "api" : "staff"
}
