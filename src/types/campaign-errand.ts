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

/** Tells the staff of a person, in the admin's notifications. */
export type NotifyStep = {
  type: "notify"
  title: string
  text: string
  next: { next: Next }
}

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
