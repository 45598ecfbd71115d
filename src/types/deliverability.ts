import type { CostReport } from "./cost"
import type { Channel, Iso } from "./common"

/** What kind of trouble: `refused` at the moment of sending, the others as the receiving side reports later. */
export const TROUBLE_CLASSES = ["hard", "soft", "sender", "refused"] as const
export type TroubleClass = (typeof TROUBLE_CLASSES)[number]

export const SUPPRESSION_REASONS = ["hard_bounce", "complaint", "staff"] as const
export type SuppressionReason = (typeof SUPPRESSION_REASONS)[number]

/** Counters of people per mailbox provider, such as Gmail, or per phone operator. */
export type MailboxStat = {
  /** Key of the provider, or `other`. */
  mailbox: string
  accepted: number
  delivered: number
  hard: number
  soft: number
  sender: number
  complained: number
  opened: number
  clicked: number
  /** What they cost, in minor units of the shop's currency, as far as a price was known; may be a part of one. */
  cost: number
  /** Those without a known price. */
  unpriced: number
}

/** What a channel brought in a time, and what it cost; in minor units of `currency`. */
export type ChannelMoney = {
  sent: number
  delivered: number
  opened: number
  clicked: number
  orders: number
  revenue: number
  /** `null` when no price was known for any message. */
  cost: CostReport | null
  currency: string
}

/** The same trouble at the same mailbox provider. */
export type Trouble = {
  class: TroubleClass
  /** RFC 3463 status, if one was told. */
  code: string | null
  mailbox: string
  count: number
  /** What a server said in one of the cases. */
  sample: string
  last_at: Iso
}

/** A mailbox provider that called many addresses dead within a day which had been alive before. */
export type BounceStorm = { domain: string; addresses: number; since: Iso; until: Iso }

/** Answer of `GET /admin/engage/deliverability`. */
export type Deliverability = {
  days: number
  channel: Channel
  provider: {
    name: string
    /** Whether it reports what became of messages; otherwise bounces and complaints are not heard of. */
    reports: boolean
    /** Where its webhooks have to be sent, if it has any. */
    webhook_url: string | null
    last_report_at: Iso | null
    last_refused_at: Iso | null
    last_refusal: string | null
    /** The mailbox that bounces come to, when one is read: when it last could be, and why it cannot be now. */
    mailbox: { read_at: Iso | null; error: string | null } | null
  }
  /** By people reached, most first. */
  mailboxes: MailboxStat[]
  /** Most frequent first, at most 50. */
  troubles: Trouble[]
  suppressed: number
  /** Addresses of these domains get nothing until somebody says what they are; of e-mail only. */
  storms: BounceStorm[]
  money: ChannelMoney
  /** When the counters of the latest run were made. */
  counted_at: Iso | null
}

/** An address that gets nothing on a channel. */
export type Suppression = {
  channel: Channel
  address: string
  reason: SuppressionReason
  detail: string | null
  at: Iso
  /** Who of the staff added it. */
  added_by: string | null
}
