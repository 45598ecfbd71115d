import type { CampaignTrigger, TriggerType } from "../../../../types/campaign-trigger"
import { Anniversary, Birthday, FieldDate, FixedDate, Repeat } from "./dates"
import { ListAdded } from "./lists"
import { BrowseAbandoned, CartAbandoned } from "./left-behind"
import { MessageAnswered, StepDone } from "./messages"
import { DaysSinceReceipt, OrderDate, OrderExpected } from "./order-dates"
import { CategoryOrdered, DaysSince, ItemOrdered, PromoUnused, PromoUsed, Returned } from "./orders"
import { ConsentChanged, DaysSinceRegistration, FieldChanged } from "./people"
import { RfmChanged, SegmentEntered, SegmentLeft } from "./segments"
import { BackInStock, LowStock, PriceChanged, PriceDrop, ProductEvent } from "./shop"
import { CategoryViewed, EventNamed, PageViewed, ProductViewed, Searched } from "./site"
import { OrderStatus } from "./order-status"
import type { TriggerForm } from "./trigger-form"

/** What is not here needs to be told nothing. */
const FORMS: { [Type in TriggerType]?: TriggerForm<Type> } = {
  return_requested: Returned as TriggerForm<"return_requested">,
  order_returned: Returned as TriggerForm<"order_returned">,
  order_status: OrderStatus,
  item_ordered: ItemOrdered,
  category_ordered: CategoryOrdered,
  promo_used: PromoUsed,
  promo_unused: PromoUnused,
  days_since_order: DaysSince as TriggerForm<"days_since_order">,
  days_since_receipt: DaysSinceReceipt,
  order_date: OrderDate,
  order_expected: OrderExpected,
  list_added: ListAdded,
  cart_abandoned: CartAbandoned,
  browse_abandoned: BrowseAbandoned,
  page_viewed: PageViewed,
  product_viewed: ProductViewed,
  category_viewed: CategoryViewed,
  searched: Searched,
  event: EventNamed,
  days_since_visit: DaysSince as TriggerForm<"days_since_visit">,
  message_opened: MessageAnswered as TriggerForm<"message_opened">,
  message_clicked: MessageAnswered as TriggerForm<"message_clicked">,
  message_bounced: MessageAnswered as TriggerForm<"message_bounced">,
  message_unsubscribed: MessageAnswered as TriggerForm<"message_unsubscribed">,
  step_done: StepDone,
  days_since_registration: DaysSinceRegistration,
  consent_changed: ConsentChanged,
  field_changed: FieldChanged,
  segment_entered: SegmentEntered,
  segment_left: SegmentLeft,
  rfm_changed: RfmChanged,
  birthday: Birthday,
  anniversary: Anniversary,
  field_date: FieldDate,
  date: FixedDate,
  repeat: Repeat,
  back_in_stock: BackInStock,
  price_drop: PriceDrop,
  price_changed: PriceChanged,
  product_event: ProductEvent,
  low_stock: LowStock,
}

type TriggerFieldsProps = {
  trigger: CampaignTrigger
  onChange: (trigger: CampaignTrigger, tag?: string) => void
}

/** What a trigger of any type is told. */
export function TriggerFields({ trigger, onChange }: TriggerFieldsProps) {
  const Form = FORMS[trigger.type] as TriggerForm<TriggerType> | undefined
  if (!Form) return null
  return (
    <Form
      trigger={trigger}
      onChange={(change, tag) => onChange({ ...trigger, ...change } as CampaignTrigger, tag)}
    />
  )
}
