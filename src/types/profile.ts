import type { Channel, ConsentState, Iso } from "./common"

/** One row of the profile list. Money is in minor units of `currency`. */
export type ProfileListItem = {
  id: string
  name: string | null
  email: string | null
  phone: string | null
  country: string | null
  city: string | null
  has_account: boolean
  rfm_group: RfmGroup
  orders: number
  revenue: number
  aov: number | null
  currency: string
  last_order_at: Iso | null
  subscribed: Channel[]
}

export const RFM_GROUPS = [
  "champions",
  "loyal",
  "potential_loyalists",
  "new_customers",
  "promising",
  "need_attention",
  "about_to_sleep",
  "at_risk",
  "cant_lose",
  "hibernating",
  "lost",
  "no_orders",
] as const
export type RfmGroup = (typeof RFM_GROUPS)[number]

/** A contact value as the shop has it, as we read it, and whether a message may go there. */
export type ContactPoint = {
  value: string | null
  raw: string | null
  status: "valid" | "invalid" | "missing"
  reason: string | null
  /** E-mail: the mailbox provider. Phone: `mobile`, `landline` or `unknown`. */
  detail: string | null
}

/** A metric with its value. `unit` says how to show it; money is in minor units of `currency`. */
export type MetricValue = {
  key: string
  label: string
  formula: string
  unit: "count" | "money" | "date" | "days" | "share" | "score" | "label"
  value: number | string | null
  currency: string | null
}

export type ConsentEntry = {
  channel: Channel
  topic: string
  topic_name: string
  state: ConsentState
  since: Iso | null
  method: string | null
}

export type ProfileDetail = ProfileListItem & {
  first_name: string | null
  last_name: string | null
  gender: string | null
  birthday: string | null
  age: number | null
  language: string | null
  postal_code: string | null
  registered_at: Iso | null
  source: string | null
  utm: { source: string | null; medium: string | null; campaign: string | null }
  contact: { email: ContactPoint; phone: ContactPoint }
  /** `confidence` in percent; `source` one of address, phone, language, shop. */
  time_zone: { value: string; source: string; confidence: number }
  /** Medusa customers (guest and registered rows) that are this person. */
  customer_ids: string[]
  metrics: MetricValue[]
  consent: ConsentEntry[]
  segments: { id: string; name: string; entered_at: Iso }[]
  data_as_of: Iso | null
}

/** One entry of the timeline, newest first. */
export type TimelineItem =
  | {
      kind: "order"
      at: Iso
      id: string
      order_id: string
      display_id: number | null
      status: string
      net: number
      refunded: number
      currency: string
      items: { title: string; quantity: number; net: number }[]
      /** The broadcast credited with the order, if any. */
      assisted_by: { id: string; name: string } | null
    }
  | {
      kind: "message"
      at: Iso
      id: string
      channel: Channel
      subject: string
      state: MessageState
      reason: string | null
      broadcast: { id: string; name: string } | null
      delivered_at: Iso | null
      opened_at: Iso | null
      clicked_at: Iso | null
    }
  | {
      kind: "consent"
      at: Iso
      id: string
      channel: Channel
      topic_name: string
      state: ConsentState
      method: string
      reason: string | null
    }
  | {
      kind: "segment"
      at: Iso
      id: string
      segment: { id: string; name: string }
      entered: boolean
    }

export const TIMELINE_KINDS = ["order", "message", "consent", "segment"] as const
export type TimelineKind = (typeof TIMELINE_KINDS)[number]

export const MESSAGE_STATES = [
  "waiting",
  "sending",
  "accepted",
  "failed",
  "skipped",
  "uncertain",
] as const
export type MessageState = (typeof MESSAGE_STATES)[number]
