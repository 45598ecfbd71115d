import type { Channel, ConsentState, Iso, MessageSource } from "./common"
import type { EventItem, Visit } from "./event"
import type { MessageState, MetricValue, ValueChange } from "./profile"

/** One entry of the timeline, newest first. */
export type TimelineItem =
  | {
      kind: "order"
      at: Iso
      id: string
      order_id: string
      display_id: number | null
      source: "shop" | "offline"
      status: string
      net: number
      refunded: number
      currency: string
      items: { title: string; quantity: number; net: number }[]
      /** What sent the message that is credited with the order, if any. */
      assisted_by: MessageSource | null
    }
  | {
      kind: "message"
      at: Iso
      id: string
      channel: Channel
      subject: string
      state: MessageState
      reason: string | null
      source: MessageSource | null
      delivered_at: Iso | null
      opened_at: Iso | null
      clicked_at: Iso | null
      /** It came back for good. */
      bounced_at: Iso | null
      unsubscribed_at: Iso | null
      complained_at: Iso | null
      /** Orders credited to it, oldest first. */
      orders: MessageOrder[]
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
  | { kind: "visit"; at: Iso; id: string; visit: Visit }
  | { kind: "event"; at: Iso; id: string; event: EventItem }
  | {
      /** Numbers that come from orders; only when it is asked for. */
      kind: "number"
      at: Iso
      id: string
      /** What the order did: it was placed, something of it came back, or it was cancelled. */
      cause: "order" | "refund" | "cancelled"
      order_id: string
      number: string
      currency: string
      changes: NumberChange[]
    }
  | { kind: "metric" | "change"; at: Iso; id: string; change: Omit<ValueChange, "id" | "at"> }

/** An entry of one kind. */
export type TimelineEntry<Kind extends TimelineItem["kind"]> = Extract<TimelineItem, { kind: Kind }>

/** What an order did to one number of the person's; amounts in minor units of the base currency. */
export type NumberChange = {
  key: string
  label: string
  unit: MetricValue["unit"]
  old: number | null
  new: number | null
}

/** An order that a message led to. */
export type MessageOrder = {
  order_id: string
  display_id: number | null
  at: Iso
  net: number
  currency: string
}

/** What the timeline shows when no kinds are named. */
export const TIMELINE_KINDS = [
  "order",
  "visit",
  "event",
  "message",
  "consent",
  "segment",
  "metric",
  "change",
] as const
export type TimelineKind = (typeof TIMELINE_KINDS)[number] | "number"
