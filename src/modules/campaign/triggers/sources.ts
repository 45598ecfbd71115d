import { z } from "@medusajs/framework/zod"
import type { CampaignTrigger, TriggerType } from "../../../types/campaign-trigger"
import type { AnySource, TriggerSource } from "./source"
import { date, repeat } from "./sources/dates"
import { listAdded } from "./sources/lists"
import { browseAbandoned, cartAbandoned } from "./sources/left-behind"
import { messageResponse, stepDone } from "./sources/messages"
import {
  categoryOrdered,
  daysSinceOrder,
  itemOrdered,
  orderMoment,
  orderStatus,
  promoUsed,
  returnMoment,
} from "./sources/orders"
import { daysSinceReceipt, orderDate, orderExpected } from "./sources/order-dates"
import { paymentFailed } from "./sources/payments"
import { promoIssued, promoUnused } from "./sources/promo-codes"
import {
  anniversary,
  birthday,
  consentChanged,
  daysSinceRegistration,
  fieldChanged,
  fieldDate,
  joined,
  registered,
} from "./sources/people"
import { rfmChanged, segmentEntered, segmentLeft } from "./sources/segments"
import {
  categoryViewed,
  daysSinceVisit,
  event,
  pageViewed,
  productEvent,
  productViewed,
  searched,
  siteVisited,
} from "./sources/site"
import { backInStock, lowStock, priceChanged, priceDrop } from "./sources/stock"

const SOURCES: { [Type in TriggerType]: TriggerSource<Type> } = {
  order_placed: orderMoment("order_placed"),
  order_paid: orderMoment("order_paid"),
  order_shipped: orderMoment("order_shipped"),
  order_delivered: orderMoment("order_delivered"),
  order_cancelled: orderMoment("order_cancelled"),
  order_refunded: orderMoment("order_refunded"),
  return_requested: returnMoment("return_requested"),
  order_returned: returnMoment("order_returned"),
  exchange_requested: orderMoment("exchange_requested"),
  claim_made: orderMoment("claim_made"),
  order_status: orderStatus,
  item_ordered: itemOrdered,
  category_ordered: categoryOrdered,
  promo_used: promoUsed,
  promo_issued: promoIssued,
  promo_unused: promoUnused,
  days_since_order: daysSinceOrder,
  days_since_receipt: daysSinceReceipt,
  order_date: orderDate,
  order_expected: orderExpected,
  payment_failed: paymentFailed,
  list_added: listAdded,
  cart_abandoned: cartAbandoned,
  browse_abandoned: browseAbandoned,
  back_in_stock: backInStock,
  price_drop: priceDrop,
  price_changed: priceChanged,
  low_stock: lowStock,
  joined,
  registered,
  days_since_registration: daysSinceRegistration,
  birthday,
  anniversary,
  field_date: fieldDate,
  field_changed: fieldChanged,
  consent_changed: consentChanged,
  segment_entered: segmentEntered,
  segment_left: segmentLeft,
  rfm_changed: rfmChanged,
  date,
  repeat,
  event,
  product_event: productEvent,
  site_visited: siteVisited,
  days_since_visit: daysSinceVisit,
  page_viewed: pageViewed,
  product_viewed: productViewed,
  category_viewed: categoryViewed,
  searched,
  message_opened: messageResponse("message_opened"),
  message_clicked: messageResponse("message_clicked"),
  message_bounced: messageResponse("message_bounced"),
  message_unsubscribed: messageResponse("message_unsubscribed"),
  step_done: stepDone,
}

/** Where a trigger finds what happened. */
export function sourceOf({ type }: CampaignTrigger): AnySource {
  return SOURCES[type] as unknown as AnySource
}

/** Every type of trigger. */
export const TRIGGER_TYPES = Object.keys(SOURCES) as TriggerType[]

const shapes = Object.entries(SOURCES).map(([type, { schema }]) =>
  z.strictObject({ type: z.literal(type), ...schema })
)

/** A trigger as the API takes it. */
export const triggerSchema = z.discriminatedUnion("type", shapes as [(typeof shapes)[number]], {
  error: `trigger.type: must be one of ${Object.keys(SOURCES).join(", ")}`,
}) as unknown as z.ZodType<CampaignTrigger>

/** Types of triggers for which the shop's prices and stock have to be watched. */
export const STOCK_TRIGGERS = Object.entries(SOURCES).flatMap(([type, { stock }]) =>
  stock ? [type] : []
)
