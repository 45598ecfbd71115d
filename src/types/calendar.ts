import type { BroadcastStatus } from "./broadcast"
import type { CampaignStatus } from "./campaign"
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

/** What a campaign sent, or will probably send, on the shop's days (`YYYY-MM-DD`); days without a message are left out. */
export type CalendarCampaign = {
  id: string
  name: string
  status: CampaignStatus
  days: { day: string; messages: number; expected: boolean }[]
}

/** A coming broadcast of whose people some are in a live campaign that sends on the same day. */
export type CampaignOverlap = {
  broadcast: string
  campaign: string
  people: number
  /** Share of the broadcast's people. */
  share: number
}

/** Answer of `GET /admin/engage/calendar`. */
export type Calendar = {
  entries: CalendarEntry[]
  overlaps: CalendarOverlap[]
  campaigns: CalendarCampaign[]
  inside: CampaignOverlap[]
}
