import type { Db } from "../../../lib/db"
import type { EngageOptions } from "../../../lib/options"
import type { TimelineItem, TimelineKind } from "../../../types/timeline"

/** What a source is asked for: the next entries back in time, and only some of them. */
export type TimelineQuery = {
  profile: number
  /** Entries before this instant; "infinity" is after all of them. */
  before: string
  before_id: number
  /** No entries from before it; "-infinity" is before all of them. */
  since: string
  /** A lower-case pattern with %, or null. */
  q: string | null
  limit: number
}

/** `currency` is the base one. */
export type TimelineContext = { options: EngageOptions; now: Date; currency: string }

/** One kind of entries. Reads at most `limit`, newest first; ids are unique within the kind. */
export type TimelineSource = {
  kind: TimelineKind
  read: (db: Db, query: TimelineQuery, context: TimelineContext) => Promise<TimelineItem[]>
}
