import type { BroadcastStatus } from "./broadcast"
import type { Channel, Iso } from "./common"

/** A broadcast on a day of the calendar. */
export type CalendarEntry = {
  id: string
  name: string
  status: BroadcastStatus
  channel: Channel
  at: Iso
  /** How many people it goes or went to, as far as that is known. */
  people: number | null
  /** Whether it can be moved to another time. */
  movable: boolean
}

/** Two broadcasts of one day that go to some of the same people. */
export type CalendarOverlap = {
  first: string
  second: string
  people: number
  /** Share of the smaller of the two audiences. */
  share: number
}

/** Answer of `GET /admin/engage/calendar`. */
export type Calendar = { entries: CalendarEntry[]; overlaps: CalendarOverlap[] }
