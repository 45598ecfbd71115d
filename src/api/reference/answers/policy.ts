import type { ContactPolicy, ControlReport } from "../../../types/policy"
import type { Deleted } from "./shapes"

/** @internal */
export type PolicyAnswers = {
  "GET /admin/engage/policy": ContactPolicy
  "POST /admin/engage/policy/rules": ContactPolicy
  "POST /admin/engage/policy/rules/:id": ContactPolicy
  "DELETE /admin/engage/policy/rules/:id": Deleted<"contact_rule">
  "POST /admin/engage/policy/control-group": ContactPolicy
  "GET /admin/engage/policy/control-group/report": { report: ControlReport }
  "POST /admin/engage/policy/brake": ContactPolicy
}
