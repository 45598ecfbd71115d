import type { Iso } from "./common"

/** Choices of a sender beside the id of one: the shop's own, or what the rules say for each person. */
export const SHOP_SENDER = "shop"
export const SENDER_BY_RULES = "rules"

/** Whether the domain of an address says who may send for it. */
export type SenderRecords = {
  spf: boolean
  /** `null` when it is not known under which name the key should stand. */
  dkim: boolean | null
  dmarc: boolean
  checked_at: Iso
}

/**
 * `shop`: the address is of the domain that the shop sends from anyway; else whether what was found in the DNS is enough
 * to send, or nobody has looked.
 */
export type SenderState = "shop" | "confirmed" | "incomplete" | "unchecked"

/** Somebody whom messages can come from. */
export type MailSender = {
  id: string
  name: string
  email: string
  reply_to: string | null
  state: SenderState
  records: SenderRecords | null
}

/** Who writes to people of a language or a sales channel; `null` for any. */
export type SenderRule = {
  language: string | null
  sales_channel_id: string | null
  sender_id: string
}

/** Answer of all routes about senders. */
export type Senders = {
  /** The one of the options, which is used where nothing else is chosen. */
  shop: { name: string; email: string; reply_to: string | null }
  senders: MailSender[]
  /** In order; the first that fits a person counts. */
  rules: SenderRule[]
}
