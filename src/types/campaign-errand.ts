import type { Iso } from "./common"

type Next = string | null

export const DISCOUNTS = ["percent", "amount", "shipping"] as const

/** Gives each person a promo code of their own, a promotion of the shop that can be used once. */
export type PromoStep = {
  type: "promo"
  discount: (typeof DISCOUNTS)[number]
  /** Percent, or minor units of `currency`; not looked at for free shipping. */
  value: number
  /** ISO 4217, lower case. */
  currency: string
  /** Each `#` becomes a letter or digit. */
  pattern: string
  /** How long it can be used; null for good. */
  days: number | null
  /** How often all codes of the step together can be used; null for no limit. */
  max_uses: number | null
  /** Whether an unused code ends for who leaves before the end of their way. */
  revoke_on_exit: boolean
  /** Whether an unused code ends when the order that let the person in is cancelled or refunded. */
  revoke_on_refund: boolean
  next: { given: Next; not_given: Next }
}

/** Puts people into a customer group of the shop, or takes them out. */
export type GroupStep = {
  type: "group"
  group_id: string | null
  action: "add" | "remove"
  next: { next: Next }
}

/** Tells another system of a person by a signed call, and keeps what it answers. */
export type WebhookStep = {
  type: "webhook"
  url: string
  /** Which values of the answer, by their path such as `data.score`, are written into which of the shop's own fields. */
  answers: { path: string; field: string }[]
  next: { done: Next; failed: Next }
}

/** Tells the staff of a person, in the admin's notifications and, where the shop can, by e-mail. */
export type NotifyStep = {
  type: "notify"
  title: string
  text: string
  /** Who is told by e-mail besides, by the shop's own notification service for e-mail if it has one. */
  emails?: string[]
  next: { next: Next }
}

/**
 * What came of one call of another system that was made to try it; nothing was kept of it. Answer of
 * `POST /admin/engage/campaigns/webhook-trial`.
 */
export type WebhookTrial = {
  request: { url: string; headers: Record<string, string>; body: string }
  /** Null when nothing answered. */
  answer: { status: number; text: string } | null
  /** Why it would go the way "did not work"; null when it would work. */
  error: string | null
  duration_ms: number
  /** What would have been written into which field; `value` is null where the answer does not hold it. */
  fields: { path: string; field: string; value: string | null }[]
}

/** Most of the staff who are told by e-mail by one step. */
export const MAX_STAFF_EMAILS = 10

/**
 * A step that has something done outside this plugin's own tables. People stay at it until it is done, or given up.
 */
export type ErrandStep = PromoStep | GroupStep | WebhookStep | NotifyStep
export type ErrandType = ErrandStep["type"]

export const PROMO_STATES = ["open", "redeemed", "expired", "revoked"] as const

/** A promo code that a campaign gave to somebody. */
export type GivenCode = {
  code: string
  promotion_id: string
  campaign: { id: string; name: string }
  state: (typeof PROMO_STATES)[number]
  issued_at: Iso
  expires_at: Iso | null
  redeemed_at: Iso | null
  order_id: string | null
}
