import type { Condition } from "../rules/ast"
import type { SendingChannel } from "./common"
import type { RfmGroup } from "./profile"

/** What can become of an order, each a trigger of its own. */
export const ORDER_MOMENTS = [
  "order_placed",
  "order_paid",
  "order_shipped",
  "order_delivered",
  "order_cancelled",
  "order_refunded",
  "return_requested",
  "order_returned",
  "exchange_requested",
  "claim_made",
] as const
export type OrderMoment = (typeof ORDER_MOMENTS)[number]

/** What comes back because of what. */
export const RETURN_KINDS = ["return", "exchange", "claim"] as const
export type ReturnKind = (typeof RETURN_KINDS)[number]
export type ReturnMoment = "return_requested" | "order_returned"

export const PRICE_DIRECTIONS = ["down", "up", "any"] as const

/** What Medusa calls the statuses of an order, of its payment and of its delivery. */
export const ORDER_STATUSES = {
  general: ["pending", "requires_action", "completed", "canceled", "archived"],
  payment: [
    "not_paid",
    "awaiting",
    "requires_action",
    "authorized",
    "partially_authorized",
    "captured",
    "partially_captured",
    "partially_refunded",
    "refunded",
    "canceled",
  ],
  fulfillment: [
    "not_fulfilled",
    "partially_fulfilled",
    "fulfilled",
    "partially_shipped",
    "shipped",
    "partially_delivered",
    "delivered",
    "canceled",
  ],
} as const
export type OrderStatusKind = keyof typeof ORDER_STATUSES

/** What people can do with a message, each a trigger of its own. */
export const MESSAGE_RESPONSES = [
  "message_opened",
  "message_clicked",
  "message_bounced",
  "message_unsubscribed",
] as const
export type MessageResponse = (typeof MESSAGE_RESPONSES)[number]

/** A day of an order: of one of its moments, or one that a field of the shop's own holds. */
export const ORDER_DAYS = ["field", "placed", "paid", "shipped", "delivered"] as const
export type OrderDay = (typeof ORDER_DAYS)[number]

/** Where people put products: the shop's cart, or a list that the storefront keeps. */
export const PRODUCT_LISTS = ["cart", "wishlist", "other"] as const
export type ProductList = (typeof PRODUCT_LISTS)[number]

/** Whose days with the shop count: from the account on, or, for guests, from when the shop first knew them. */
export const JOINED_AS = ["accounts", "guests", "everybody"] as const
export type JoinedAs = (typeof JOINED_AS)[number]

/** When something ordered counts. */
export const ITEM_MOMENTS = ["ordered", "paid", "delivered"] as const
export type ItemMoment = (typeof ITEM_MOMENTS)[number]

export const DELAY_UNITS = ["minutes", "hours", "days"] as const
/** How long after something. */
export type Delay = { amount: number; unit: (typeof DELAY_UNITS)[number] }

/** A time of day where the person lives (`HH:mm`), so many days after (or, below 0, before) a day. */
type OnDay = { offset: number; time: string }
type Nothing = Record<never, never>

/** What each trigger is told. Lists that are empty and texts that are "" or null stand for any. */
export type TriggerParams = Record<Exclude<OrderMoment, ReturnMoment>, Nothing> &
  /** Any kind when left out. */
  Record<ReturnMoment, { kind?: ReturnKind }> &
  /** `step` is one of the campaign `ref`; the message of any when left out. */
  Record<MessageResponse, { ref: string | null; step?: string }> & {
    /** One of an order's statuses becomes another; null is any. */
    order_status: { kind: OrderStatusKind; from: string | null; to: string | null }
    item_ordered: { products: string[]; moment: ItemMoment }
    category_ordered: { categories: string[]; moment: ItemMoment }
    promo_used: { code: string }
    /** A campaign gave them a code of their own. */
    promo_issued: Nothing
    /** So many days before a code of their own ends that they have not used; 0 is when it ends. */
    promo_unused: { days: number }
    days_since_order: { days: number }
    days_since_receipt: { days: number; of: "paid" | "delivered" }
    /** `field` is one of purchases, for `of: "field"`; `paid` leaves out orders that are not paid. */
    order_date: OnDay & { of: OrderDay; field: string; paid: boolean }
    /**
     * The day that the person's usual time between orders leads to, known from so many orders on; only where it is at least
     * `min_confidence` percent sure that the next order comes near it, any when left out.
     */
    order_expected: OnDay & { min_orders: number; min_confidence?: number }
    payment_failed: Nothing
    /** `name` is that of another list, as the storefront says it. */
    list_added: { list: ProductList; name: string; products: string[] }
    joined: Nothing
    registered: Nothing
    /** Those with an account when `who` is left out. */
    days_since_registration: { days: number; who?: JoinedAs }
    birthday: OnDay
    anniversary: OnDay & { of: "registered" | "first_order" }
    field_date: OnDay & { field: string; yearly: boolean }
    field_changed: { field: string; to: string }
    /** By e-mail when `channel` is left out, by any when it is null. */
    consent_changed: {
      state: "subscribed" | "unsubscribed"
      channel?: SendingChannel | null
      topic: string | null
    }
    segment_entered: {
      segment_id: string
      /** Whether those who are in the segment when the campaign is published come in too. */
      members: boolean
    }
    segment_left: { segment_id: string }
    rfm_changed: { from: RfmGroup | null; to: RfmGroup | null }
    /** `at` is `YYYY-MM-DDTHH:mm`; `local` means where each person lives instead of the shop. */
    date: { at: string; local: boolean; segment_id: string }
    /** `weekday` 1 is Monday; of `day` the last of a shorter month stands for what it does not have. */
    repeat: {
      every: "day" | "week" | "month" | "year"
      weekday: number
      day: number
      month: number
      time: string
      segment_id: string
    }
    /** Only events on which all of `where` holds, in the words that rules have for events. */
    event: { name: string; where?: Condition[] }
    site_visited: Nothing
    days_since_visit: { days: number }
    page_viewed: { path: string }
    /** With `min_seconds`, once they have looked for so long. */
    product_viewed: { products: string[]; min_seconds?: number }
    category_viewed: { categories: string[] }
    searched: { text: string }
    /** `min_value` in minor units of the cart's currency. */
    cart_abandoned: { after: Delay; min_value: number | null }
    /** `min_seconds` is for how long they looked in a week; `categories` and those below, any when empty or left out. */
    browse_abandoned: {
      what: "product" | "category" | "any"
      after: Delay
      min_views: number
      min_seconds?: number
      categories?: string[]
    }
    /** For who viewed the product or put it into a cart within so many days. */
    back_in_stock: { products: string[]; days: number }
    price_drop: { percent: number; days: number }
    /** For the members of a segment, by so many percent or more; `up` is dearer. */
    price_changed: {
      direction: (typeof PRICE_DIRECTIONS)[number]
      percent: number
      products: string[]
      segment_id: string
    }
    /** An event about a product, whoever sends it, for all who were interested in it in so many days before. */
    product_event: { name: string; days: number }
    /** So many or fewer are left of something in an open cart. */
    low_stock: { left: number }
    step_done: { campaign_id: string; step: string }
  }

/** Triggers for which it is looked now and then: how often can be chosen. */
export const LOOKED_FOR_TRIGGERS = [
  "days_since_order",
  "days_since_receipt",
  "order_date",
  "order_expected",
  "payment_failed",
  "promo_issued",
  "promo_unused",
  "list_added",
  "cart_abandoned",
  "browse_abandoned",
  "days_since_registration",
  "birthday",
  "anniversary",
  "field_date",
  "days_since_visit",
] as const satisfies (keyof TriggerParams)[]

/** Longest and shortest time between two looks, in minutes. */
export const LOOK_MINUTES = { min: 1, max: 1_440 }

export type TriggerType = keyof TriggerParams
/** A trigger of one type. */
export type TriggerOf<Type extends TriggerType> = { type: Type } & TriggerParams[Type]
/** What lets people in, ends their way, or is waited for. */
export type CampaignTrigger = { [Type in TriggerType]: TriggerOf<Type> }[TriggerType]
