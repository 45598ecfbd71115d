import type { BroadcastStatus } from "./broadcast"
import type { CampaignStatus } from "./campaign"
import type { TriggerType } from "./campaign-trigger"
import type { Channel, Iso, SendingChannel } from "./common"

/** A broadcast on a day of the calendar. */
export type CalendarEntry = {
  id: string
  name: string
  status: BroadcastStatus
  channel: Channel
  at: Iso
  /** How many people it goes to, as far as that is known; how many it was sent to once it ended. */
  people: number | null
  /** A later run of a repeating broadcast: the broadcast that will be sent then is yet to be made of this one. */
  later: boolean
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

/** A country (ISO 3166-1, upper case) or a part of one whose public holidays the shop keeps; `region` as the list of regions has it. */
export type HolidayPlace = { country: string; region: string | null }

/** Days on which the shop is closed, by its own word; both days (`YYYY-MM-DD`) included, and each year the same when `yearly`. */
export type OwnDays = { name: string; from: string; to: string; yearly: boolean }

/** Which days are holidays of the shop. */
export type HolidaySettings = { places: HolidayPlace[]; own: OwnDays[] }

/** A day off. `places` are those that have it, as `DE` or `DE-BY`; empty for days of the shop's own. */
export type Holiday = { day: string; name: string; places: string[] }

/** Answer of `GET /admin/engage/holidays`: what is set, the next of them, and which countries can be chosen. */
export type Holidays = {
  settings: HolidaySettings
  coming: Holiday[]
  countries: { code: string; name: string }[]
}

/** Answer of `GET /admin/engage/holidays/regions`: parts of a country with holidays of their own. */
export type HolidayRegions = { regions: { code: string; name: string }[] }

/** Answer of `GET /admin/engage/calendar`. */
export type Calendar = {
  entries: CalendarEntry[]
  overlaps: CalendarOverlap[]
  campaigns: CalendarCampaign[]
  inside: CampaignOverlap[]
  holidays: Holiday[]
}

export const PLAN_KINDS = ["broadcast", "campaign"] as const
export type PlanKind = (typeof PLAN_KINDS)[number]

/** Where broadcasts and campaigns stand, in words for both: running is being sent, or live. */
export const PLAN_STANDINGS = [
  "draft",
  "scheduled",
  "running",
  "paused",
  "ended",
  "archived",
] as const
export type PlanStanding = (typeof PLAN_STANDINGS)[number]

/** What it is, and where it stands in its own words. */
export type PlanThing =
  { kind: "broadcast"; status: BroadcastStatus } | { kind: "campaign"; status: CampaignStatus }

/** A broadcast or a campaign in the list of both. Revenue in minor units of the base currency. */
export type PlanItem = PlanThing & {
  id: string
  name: string
  /** What a broadcast is sent by, and what lets people into a campaign. */
  channel: SendingChannel | null
  trigger: TriggerType | null
  /** When a broadcast starts, or a campaign goes on with somebody; in the past while that is being done. */
  next_at: Iso | null
  /** When a broadcast ended or started, or somebody last did a step of a campaign. */
  last_at: Iso | null
  /** Messages that left, and how many of them people opened. */
  sent: number
  opened: number
  revenue: number
}
