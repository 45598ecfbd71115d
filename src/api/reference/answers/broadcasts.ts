import type { Broadcast, BroadcastPerson, BroadcastReview } from "../../../types/broadcast"
import type { BroadcastReport } from "../../../types/broadcast-report"
import type { BroadcastSeries } from "../../../types/broadcast-series"
import type { ListTestResult, TestLists } from "../../../types/test-list"
import type { Deleted, Listed } from "./shapes"

/** @internal */
export type BroadcastAnswers = {
  "GET /admin/engage/broadcasts": Listed<"broadcasts", Broadcast>
  "POST /admin/engage/broadcasts": { broadcast: Broadcast }
  "GET /admin/engage/broadcasts/:id": { broadcast: Broadcast }
  "POST /admin/engage/broadcasts/:id": { broadcast: Broadcast }
  "DELETE /admin/engage/broadcasts/:id": Deleted<"broadcast">
  "POST /admin/engage/broadcasts/:id/duplicate": { broadcast: Broadcast }
  "POST /admin/engage/broadcasts/:id/review": BroadcastReview
  "GET /admin/engage/test-lists": TestLists
  "POST /admin/engage/test-lists": TestLists
  "POST /admin/engage/broadcasts/:id/test-message/list": { results: ListTestResult[] }
  "POST /admin/engage/broadcasts/:id/test-message": {
    message_id: string
    state: "accepted" | "failed"
    error: string | null
  }
  "POST /admin/engage/broadcasts/:id/start": { broadcast: Broadcast }
  "POST /admin/engage/broadcasts/:id/pause": { broadcast: Broadcast }
  "POST /admin/engage/broadcasts/:id/resume": { broadcast: Broadcast }
  "POST /admin/engage/broadcasts/:id/cancel": { broadcast: Broadcast }
  "POST /admin/engage/broadcasts/:id/retry": { broadcast: Broadcast }
  "POST /admin/engage/broadcasts/:id/winner": { broadcast: Broadcast }
  "POST /admin/engage/broadcasts/:id/content": { broadcast: Broadcast }
  "GET /admin/engage/broadcasts/:id/report": BroadcastReport
  "GET /admin/engage/broadcasts/:id/people": Listed<"people", BroadcastPerson>
  "GET /admin/engage/broadcasts/:id/runs": BroadcastSeries
  "POST /admin/engage/broadcasts/:id/series": Pick<BroadcastSeries, "next">
}
