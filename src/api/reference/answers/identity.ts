import type { Iso } from "../../../types/common"
import type { Duplicate, Merge, MergeRules } from "../../../types/identity"
import type { ProfileDetail } from "../../../types/profile"
import type { Listed } from "./shapes"

/** @internal */
export type IdentityAnswers = {
  "GET /admin/engage/duplicates": Listed<"duplicates", Duplicate> & {
    open: number
    searched_at: Iso | null
  }
  "POST /admin/engage/duplicates/search": { open: number; merged: number }
  "POST /admin/engage/duplicates/dismiss": { dismissed: true }
  "GET /admin/engage/duplicates/rules": { rules: MergeRules }
  "POST /admin/engage/duplicates/rules": { rules: MergeRules }
  "GET /admin/engage/merges": Listed<"merges", Merge>
  "POST /admin/engage/merges": { merge_id: string; profile: ProfileDetail }
  "POST /admin/engage/merges/:id/undo": { kept: string; gone: string }
  "POST /admin/engage/purchases": {
    created: number
    updated: number
    refused: { index: number; message: string }[]
  }
}
