import type {
  Audience,
  AudienceChange,
  AudienceChanged,
  AudienceDrift,
  AudienceMember,
  ListedAudience,
} from "../../../types/audience"
import type { RfmMove, RfmReport } from "../../../types/rfm"
import type { Deleted, Listed } from "./shapes"

/** @internal */
export type AudienceAnswers = {
  "GET /admin/engage/audiences": Listed<"audiences", ListedAudience>
  "POST /admin/engage/audiences": { audience: Audience; unmatched: string[] }
  "POST /admin/engage/audiences/match": { lines: number; people: number; unmatched: string[] }
  "GET /admin/engage/audiences/:id": { audience: Audience }
  "POST /admin/engage/audiences/:id": { audience: Audience }
  "DELETE /admin/engage/audiences/:id": Deleted<"audience">
  "GET /admin/engage/audiences/:id/members": Listed<"members", AudienceMember>
  "POST /admin/engage/audiences/:id/members": AudienceChanged
  "GET /admin/engage/audiences/:id/changes": { changes: AudienceChange[] }
  "POST /admin/engage/audiences/:id/changes": AudienceChanged
  "GET /admin/engage/audiences/:id/drift": AudienceDrift
  "GET /admin/engage/rfm": RfmReport
  "GET /admin/engage/rfm/moves": { moves: RfmMove[] }
}
