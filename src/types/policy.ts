import type { Channel, Iso } from "./common"

export const RULE_TYPES = ["limit", "quiet"] as const
/** Whom a rule is for: everybody, people in one of some segments, or people in none of them. */
export const RULE_PEOPLE = ["all", "in", "outside"] as const
export const RULE_KINDS = ["broadcast", "campaign"] as const

/** What keeps the shop from writing too often, or at the wrong hour. Transactional messages know no such rules. */
export type ContactRule = {
  id: string
  name: string
  /** `limit`: so many messages in so many hours. `quiet`: hours of the recipient's day. */
  type: (typeof RULE_TYPES)[number]
  /** What it is about, and what counts; `null` for any. */
  channel: Channel | null
  topic: string | null
  kind: (typeof RULE_KINDS)[number] | null
  people: (typeof RULE_PEOPLE)[number]
  /** Of `in` and `outside`. */
  segment_ids: string[]
  max_messages: number | null
  per_hours: number | null
  /** `HH:mm` */
  quiet_from: string | null
  quiet_to: string | null
  /** What becomes of a message that is too much: it is left out, or waits until it is allowed. */
  behaviour: "skip" | "delay"
  /** Who would have to wait longer is left out. */
  max_delay_hours: number
  /** Of several rules that hold a message back, the one with the highest number decides. */
  priority: number
  enabled: boolean
  updated_at: Iso
}

/** When a broadcast is stopped by itself. */
export type Brake = {
  enabled: boolean
  /** Not before so many messages were tried: of a few, a share says nothing. */
  after: number
  /** Most dead addresses, and most complaints, in percent of the messages tried. */
  bounce_percent: number
  complaint_percent: number
}

/** What had come of a broadcast when it was stopped by itself. */
export type Braked = { at: Iso; tried: number; dead: number; complained: number }

/** What people of one side of the control group bought. */
export type ControlSide = {
  people: number
  buyers: number
  /** Minor units of `currency`. */
  revenue: number
  revenue_per_person: number
}

/** Answer of `GET /admin/engage/policy/control-group/report`: what all messages brought. */
export type ControlReport = {
  /** Since when purchases count: the days asked for, or since the group is what it is. */
  since: Iso
  counted_at: Iso
  currency: string
  written_to: ControlSide
  control: ControlSide
  /**
   * Revenue that the people who may be written to would not have brought without messages, by the difference per person, and
   * between what it lies with 95 percent certainty. `null` while either side has too few people.
   */
  incremental: { revenue: number; from: number; to: number; certain: boolean } | null
}

/** Answer of `GET /admin/engage/policy`. */
export type ContactPolicy = {
  rules: (ContactRule & {
    /** Messages that it left out in the last 30 days. */
    left_out: number
    /** The segments of `segment_ids` that there still are. */
    segments: { id: string; name: string }[]
  })[]
  control_group: {
    /** Percent of all people. */
    percent: number
    /** How many people that are now. */
    profiles: number
  }
  brake: Brake
}
