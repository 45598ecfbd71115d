import { GetInterests, SetInterests } from "../admin/engage/interests/validators"
import type { AdminRoutes } from "./entry"

/** What people are interested in. */
export const interestRoutes = {
  "GET /admin/engage/profiles/:id/interests": {
    summary: "What a person is interested in, the strongest of each kind first",
  },
  "GET /admin/engage/interests": {
    summary: "The strongest interests of one kind over everybody",
    query: GetInterests,
  },
  "GET /admin/engage/interests/settings": { summary: "How interests are computed" },
  "POST /admin/engage/interests/settings": {
    summary: "Change how interests are computed",
    details: "Everybody's interests are computed again in the background.",
    body: SetInterests,
  },
} satisfies Partial<AdminRoutes>
