import { PreviewAttribution, SaveAttribution } from "../admin/engage/attribution/validators"
import type { AdminRoutes } from "./entry"

/** When an order counts as brought by a message. */
export const attributionRoutes = {
  "GET /admin/engage/attribution": {
    summary: "The shop's rule of which orders are credited to messages, and what follows it",
  },
  "POST /admin/engage/attribution": {
    summary: "Change the shop's rule",
    details:
      "Holds for all broadcasts and campaigns that have no rule of their own, those that are over included: their orders are credited anew in the background. `days` counts from the sending of the message; 0 credits nothing.",
    body: SaveAttribution,
  },
  "POST /admin/engage/attribution/preview": {
    summary: "What a rule would do to the orders of the last 30 days",
    details: "Nothing is changed. `days` null asks for the shop's rule in place of an own one.",
    body: PreviewAttribution,
  },
} satisfies Partial<AdminRoutes>
