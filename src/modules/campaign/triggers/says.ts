import type { CampaignTrigger, TriggerType } from "../../../types/campaign-trigger"
import type { TriggerFact } from "../../content/trigger-facts"

const ORDER: TriggerFact[] = ["display_id", "total", "items"]
const PRODUCT: TriggerFact[] = ["product_name", "product_link", "product_image"]
const DAY: TriggerFact[] = ["date"]

/** What messages can say of what lets people in. Of what is not here, they can say whatever it last came with. */
const SAYS: { [Type in TriggerType]?: TriggerFact[] } = {
  order_placed: ORDER,
  order_paid: ORDER,
  order_shipped: ORDER,
  order_delivered: ORDER,
  order_cancelled: [...ORDER, "reason", "canceled_by"],
  order_refunded: ORDER,
  return_requested: [...ORDER, "reason", "note"],
  order_returned: [...ORDER, "reason", "note"],
  exchange_requested: [...ORDER, "reason", "note"],
  claim_made: [...ORDER, "reason", "note"],
  order_status: [...ORDER, "from", "to"],
  item_ordered: ORDER,
  category_ordered: ORDER,
  promo_used: ORDER,
  days_since_receipt: ORDER,
  order_date: [...DAY, ...ORDER],
  payment_failed: ["amount", "cart_link"],
  list_added: [...PRODUCT, "cart_link"],
  cart_abandoned: ["cart_link", "value", "items", ...PRODUCT],
  browse_abandoned: PRODUCT,
  back_in_stock: PRODUCT,
  price_drop: [...PRODUCT, "before", "after"],
  price_changed: [...PRODUCT, "before", "after"],
  low_stock: [...PRODUCT, "left", "cart_link"],
  product_viewed: PRODUCT,
  category_viewed: ["category"],
  searched: ["query"],
  birthday: DAY,
  anniversary: DAY,
  field_date: DAY,
  order_expected: DAY,
  field_changed: ["from", "to"],
  rfm_changed: ["from", "to"],
  date: [],
  repeat: [],
  joined: [],
  registered: [],
  days_since_order: [],
  days_since_registration: [],
  days_since_visit: [],
  consent_changed: [],
  segment_entered: [],
  segment_left: [],
  message_opened: [],
  message_clicked: [],
  message_bounced: [],
  message_unsubscribed: [],
  step_done: [],
  site_visited: [],
}

/** Beyond them a list helps nobody. */
const MOST = 20

/**
 * What messages can say of what a trigger lets people in by.
 * @param context - of its latest occurrence
 */
export function saidBy(trigger: CampaignTrigger, context: Record<string, unknown>): string[] {
  return SAYS[trigger.type] ?? ownWords(context)
}

/** What an event of the shop's own came with, as far as it can be written in a text. */
function ownWords({ event: _, ...context }: Record<string, unknown>): string[] {
  return Object.keys(context)
    .filter((key) => /^[a-z_]\w*$/i.test(key) && typeof context[key] !== "object")
    .slice(0, MOST)
}
