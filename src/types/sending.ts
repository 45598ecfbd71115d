import type { Iso, SendingChannel } from "./common"

/** Windows that a limit can be of, in seconds. */
export const LIMIT_WINDOWS = [1, 60, 3_600, 86_400] as const

/** At most so many messages in any time of that length. */
export type SendingLimit = {
  /** Where to: a domain such as `gmail.com`, the beginning of a phone number such as `+49`, or empty for all there is. */
  destination: string
  seconds: number
  max: number
}

/** What one message costs, or one part of a text message. */
export type SendingPrice = {
  /** As of a limit: the beginning of a phone number, or empty for all others. */
  destination: string
  /** Thousandths of a minor unit of the shop's currency. */
  price: number
}

/** How a new account is got used to: a cap per day that grows until it is at its full size. */
export type WarmUpPlan = {
  /** Messages on the first day. */
  first_day: number
  /** How much more each day has than the one before. */
  growth_percent: number
  /** From this many a day on, there is no cap any more. */
  full_day: number
}

/** A plan under way. Days are `YYYY-MM-DD` in the shop's time zone. */
export type WarmUp = WarmUpPlan & {
  started_on: string
  /** Which day of the plan today is, from 1. */
  today: number
  /** Most messages today; null when the plan is over. */
  cap: number | null
  /** All days until there is no cap, with what was sent on those that are over or under way. */
  days: { day: string; cap: number; sent: number | null }[]
}

/** A service that a channel sends through. */
export type SendingAccount = {
  account: string
  provider: string
  /** `fallback` takes over while the first one does not answer. */
  role: "first" | "fallback"
  /** `open`: takes messages. `slowed`: asked for a pause just now. `closed`: has refused everything for a while. */
  state: "open" | "slowed" | "closed"
  /** When it is asked again, unless it is open. */
  next_try_at: Iso | null
  last_error: string | null
  last_error_at: Iso | null
  limits: (SendingLimit & {
    /** How much of it counts now. */
    used: number
  })[]
  warm_up: WarmUp | null
  /** The most exact destination first; empty when none are set. */
  prices: SendingPrice[]
  sent_today: number
}

/** Answer of `GET /admin/engage/sending`. */
export type Sending = {
  channel: SendingChannel
  accounts: SendingAccount[]
  /** Messages that are due and have not left. */
  waiting: number
  /** Of the prices. */
  currency: string
}
