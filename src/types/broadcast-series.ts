import type { BroadcastStatus } from "./broadcast"
import type { Iso } from "./common"

export const SERIES_ACTIONS = ["pause", "resume", "end"] as const
export type SeriesAction = (typeof SERIES_ACTIONS)[number]

/** One time of a repeating broadcast and what became of it. */
export type SeriesRun = {
  /** The broadcast of that time; empty for one that was missed. */
  id: string
  status: BroadcastStatus | "missed"
  at: Iso
  /** Messages that left. */
  sent: number | null
  /** What kept a missed one from starting, if anything did. */
  note: string | null
}

/** Answer of `GET /admin/engage/broadcasts/:id/runs`. */
export type BroadcastSeries = {
  /** The run to come: a draft while the series is paused; `null` when it has ended. */
  next: { id: string; status: "draft" | "scheduled"; at: Iso | null; note: string | null } | null
  /** Newest first. */
  runs: SeriesRun[]
  next_cursor: string | null
}
