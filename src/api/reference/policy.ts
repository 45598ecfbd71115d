import {
  CreateRule,
  ReadControlReport,
  SaveBrake,
  SaveControlGroup,
  UpdateRule,
} from "../admin/engage/policy/validators"
import type { AdminRoutes } from "./entry"

/** The contact policy: how often people are written to at most, when not, and who never is. */
export const policyRoutes = {
  "GET /admin/engage/policy": {
    summary: "The rules, in the order in which they decide, and the control group",
  },
  "POST /admin/engage/policy/rules": {
    summary: "Add a rule",
    details:
      "A `limit` needs `max_messages` and `per_hours`, a `quiet` rule `quiet_from` and `quiet_to`. With `people` `in` or `outside` it is for people in one, or in none, of `segment_ids`. It is obeyed from the next message on.",
    body: CreateRule,
  },
  "POST /admin/engage/policy/rules/:id": {
    summary: "Change a rule; what is left out stays",
    body: UpdateRule,
  },
  "DELETE /admin/engage/policy/rules/:id": { summary: "Take a rule away" },
  "POST /admin/engage/policy/control-group": {
    summary: "Set the share of people who get no marketing at all",
    details:
      "The same people stay in it; `redraw` draws others. It holds for broadcasts and campaigns that start from now on.",
    body: SaveControlGroup,
  },
  "GET /admin/engage/policy/control-group/report": {
    summary: "What all messages brought: people who may be written to against the control group",
    details:
      "Of people who have agreed to a channel. Purchases count over `days`, or since the group is what it is. The interval is Welch's at 95 percent.",
    query: ReadControlReport,
  },
  "POST /admin/engage/policy/brake": {
    summary: "Set when a broadcast is stopped by itself",
    details:
      "Once `after` messages were tried, more dead addresses or complaints than these shares pause it. Each broadcast is stopped once.",
    body: SaveBrake,
  },
} satisfies Partial<AdminRoutes>
