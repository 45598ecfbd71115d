import type { CampaignTrigger, TriggerOf, TriggerType } from "../../../../types/campaign-trigger"

/** What triggers are about, in the order they are offered. */
const SUBJECTS = [
  "orders",
  "left",
  "site",
  "messages",
  "people",
  "segments",
  "dates",
  "shop",
] as const

type Kind<Type extends TriggerType> = {
  subject: (typeof SUBJECTS)[number]
  /** How it begins, not set up yet. */
  start: TriggerOf<Type>
  /** It is found by the clock or by a look at everybody, so nobody inside can wait for it. */
  slow?: boolean
}

const at = <Type extends TriggerType>(
  subject: Kind<Type>["subject"],
  start: TriggerOf<Type>,
  slow?: boolean
): Kind<Type> => ({ subject, start, slow })

const DAY = { offset: 0, time: "10:00" }
const AFTER = { amount: 1, unit: "hours" } as const

const KINDS: { [Type in TriggerType]: Kind<Type> } = {
  order_placed: at("orders", { type: "order_placed" }),
  order_paid: at("orders", { type: "order_paid" }),
  order_shipped: at("orders", { type: "order_shipped" }),
  order_delivered: at("orders", { type: "order_delivered" }),
  order_cancelled: at("orders", { type: "order_cancelled" }),
  order_refunded: at("orders", { type: "order_refunded" }),
  return_requested: at("orders", { type: "return_requested" }),
  order_returned: at("orders", { type: "order_returned" }),
  exchange_requested: at("orders", { type: "exchange_requested" }),
  claim_made: at("orders", { type: "claim_made" }),
  order_status: at("orders", { type: "order_status", kind: "payment", from: null, to: null }),
  item_ordered: at("orders", { type: "item_ordered", products: [], moment: "ordered" }),
  category_ordered: at("orders", { type: "category_ordered", categories: [], moment: "ordered" }),
  promo_used: at("orders", { type: "promo_used", code: "" }),
  promo_issued: at("orders", { type: "promo_issued" }, true),
  promo_unused: at("orders", { type: "promo_unused", days: 3 }, true),
  payment_failed: at("orders", { type: "payment_failed" }, true),
  days_since_order: at("orders", { type: "days_since_order", days: 30 }, true),
  days_since_receipt: at("orders", { type: "days_since_receipt", days: 14, of: "delivered" }, true),
  list_added: at("site", { type: "list_added", list: "wishlist", name: "", products: [] }, true),
  cart_abandoned: at("left", { type: "cart_abandoned", after: AFTER, min_value: null }, true),
  browse_abandoned: at(
    "left",
    {
      type: "browse_abandoned",
      what: "product",
      after: { amount: 4, unit: "hours" },
      min_views: 1,
    },
    true
  ),
  site_visited: at("site", { type: "site_visited" }),
  page_viewed: at("site", { type: "page_viewed", path: "" }),
  product_viewed: at("site", { type: "product_viewed", products: [] }),
  category_viewed: at("site", { type: "category_viewed", categories: [] }),
  searched: at("site", { type: "searched", text: "" }),
  event: at("site", { type: "event", name: "" }),
  product_event: at("shop", { type: "product_event", name: "", days: 30 }, true),
  days_since_visit: at("site", { type: "days_since_visit", days: 30 }, true),
  message_opened: at("messages", { type: "message_opened", ref: null }),
  message_clicked: at("messages", { type: "message_clicked", ref: null }),
  message_bounced: at("messages", { type: "message_bounced", ref: null }),
  message_unsubscribed: at("messages", { type: "message_unsubscribed", ref: null }),
  step_done: at("messages", { type: "step_done", campaign_id: "", step: "" }),
  joined: at("people", { type: "joined" }),
  registered: at("people", { type: "registered" }),
  days_since_registration: at("people", { type: "days_since_registration", days: 30 }, true),
  consent_changed: at("people", { type: "consent_changed", state: "subscribed", topic: null }),
  field_changed: at("people", { type: "field_changed", field: "", to: "" }),
  segment_entered: at("segments", { type: "segment_entered", segment_id: "", members: false }),
  segment_left: at("segments", { type: "segment_left", segment_id: "" }),
  rfm_changed: at("segments", { type: "rfm_changed", from: null, to: null }),
  birthday: at("dates", { type: "birthday", ...DAY }, true),
  anniversary: at("dates", { type: "anniversary", of: "first_order", ...DAY }, true),
  order_date: at(
    "dates",
    { type: "order_date", of: "field", field: "", paid: false, ...DAY },
    true
  ),
  order_expected: at("dates", { type: "order_expected", min_orders: 3, ...DAY }, true),
  field_date: at("dates", { type: "field_date", field: "", yearly: false, ...DAY }, true),
  date: at("dates", { type: "date", at: "", local: true, segment_id: "" }, true),
  repeat: at(
    "dates",
    {
      type: "repeat",
      every: "month",
      weekday: 1,
      day: 1,
      month: 1,
      time: "10:00",
      segment_id: "",
    },
    true
  ),
  back_in_stock: at("shop", { type: "back_in_stock", products: [], days: 30 }, true),
  price_drop: at("shop", { type: "price_drop", percent: 10, days: 30 }, true),
  price_changed: at(
    "shop",
    {
      type: "price_changed",
      direction: "down",
      percent: 10,
      products: [],
      segment_id: "",
    },
    true
  ),
  low_stock: at("shop", { type: "low_stock", left: 3 }, true),
}

/** Every type of trigger with its subject, in the order they are offered. */
export const TRIGGER_TYPES = SUBJECTS.flatMap((subject) =>
  (Object.keys(KINDS) as TriggerType[])
    .filter((type) => KINDS[type].subject === subject)
    .map((type) => ({ type, subject, slow: KINDS[type].slow ?? false }))
)

/** A trigger of a type, not set up yet. */
export function newTrigger(type: TriggerType): CampaignTrigger {
  return KINDS[type].start
}
