import type { ProfileDetail } from "../../../types/profile"
import type {
  EmailTypo,
  EmailTypoPerson,
  QualityChange,
  QualityField,
  QualityReport,
  QualityRuleItem,
  QualityRun,
} from "../../../types/quality"

/** @internal */
export type QualityAnswers = {
  "GET /admin/engage/quality": QualityReport
  "POST /admin/engage/quality/problems/recheck": { people: number }
  "GET /admin/engage/quality/rules": { rules: QualityRuleItem[] }
  "POST /admin/engage/quality/rules/:rule": { rules: QualityRuleItem[] }
  "GET /admin/engage/quality/runs": { runs: QualityRun[]; next_cursor: string | null }
  "POST /admin/engage/quality/runs": { run: QualityRun }
  "GET /admin/engage/quality/runs/:id": {
    run: QualityRun
    fields: { field: QualityField; people: number }[]
  }
  "GET /admin/engage/quality/runs/:id/changes": {
    changes: QualityChange[]
    next_cursor: string | null
  }
  "GET /admin/engage/quality/runs/:id/file": string
  "POST /admin/engage/quality/runs/:id/cancel": { run: QualityRun }
  "POST /admin/engage/quality/runs/:id/undo": { run: QualityRun }
  "GET /admin/engage/quality/typos": { typos: EmailTypo[]; next_cursor: string | null }
  "POST /admin/engage/quality/typos/:domain": { typo: EmailTypo }
  "GET /admin/engage/quality/typos/:domain/people": {
    people: EmailTypoPerson[]
    next_cursor: string | null
  }
  "POST /admin/engage/profiles/:id/recheck": { profile: ProfileDetail }
  "POST /admin/engage/profiles/:id/typo": { profile: ProfileDetail }
}
