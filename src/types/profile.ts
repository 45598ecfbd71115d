import type { Channel, ConsentState, Frequency, Iso, MessageSource } from "./common"
import type { PersonTag } from "./tag"
import type { FieldOption, FieldType, FieldValue } from "./field"

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

/** A row of the list of all profiles. */
export type ListedProfile = ProfileListItem & {
  /** Names of the person's tags. */
  tags: string[]
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
  /** Since when it is invalid; null when it is not. */
  invalid_since: Iso | null
  /** An e-mail address that was probably meant, on which nobody has decided. */
  suggestion: string | null
}

/** A metric with its value. `unit` says how to show it; money is in minor units of `currency`. */
export type MetricValue = {
  key: string
  label: string
  formula: string
  unit: "count" | "money" | "date" | "days" | "share" | "score" | "label"
  value: number | string | null
  currency: string | null
  /** Percent of profiles with a lower value; `null` for labels, dates, and before the first count. */
  percentile: number | null
  /** What it was 30 days ago, from the orders placed until then; `null` where that is not kept. */
  before: number | string | null
  /** Which orders it is made from; `null` when it is not made from orders. */
  behind: OrdersBehind | null
  as_of: Iso | null
}

/** A metric that is assigned from outside, with its latest values. */
export type AssignedMetric = {
  key: string
  label: string
  description: string
  type: "number" | "string" | "date"
  value: number | string | null
  at: Iso | null
  /** Oldest first. */
  history: { at: Iso; value: string | null }[]
}

/** Orders that a metric is made from. */
export const ORDERS_BEHIND = [
  "counted",
  "recent",
  "first",
  "last",
  "largest",
  "discounted",
  "refunded",
  "cancelled",
  "foreign",
] as const
export type OrdersBehind = (typeof ORDERS_BEHIND)[number]

/** Attributes of a person that staff and the person can change. */
export const EDITABLE_ATTRIBUTES = [
  "first_name",
  "last_name",
  "email",
  "phone",
  "gender",
  "birthday",
  "language",
  "city",
  "postal_code",
  "country",
] as const
export type EditableAttribute = (typeof EDITABLE_ATTRIBUTES)[number]

/** Where a value came from (`shop`, `order`, `staff`, `api`, `form`, `offline`, `merge`) and when it last changed. */
export type ValueSource = { source: string; at: Iso | null }

/** A field of the shop's own with a person's value. */
export type ProfileField = {
  key: string
  label: string
  description: string
  type: FieldType
  options: FieldOption[]
  metadata_key: string | null
  value: FieldValue
  changed: ValueSource | null
}

/** A change of one value. */
export type ValueChange = {
  id: string
  at: Iso
  kind: "attribute" | "field" | "metric"
  key: string
  label: string
  old: string | null
  new: string | null
  source: string
  actor: string | null
  reason: string | null
}

/** An order in the profile's table. Amounts in minor units of its own currency. */
export type ProfileOrder = {
  id: string
  /** `shop` orders have a page in Medusa; `offline` ones do not. */
  source: "shop" | "offline"
  number: string
  placed_at: Iso
  status: string
  counted: boolean
  items: number
  returned: number
  gross: number
  discount: number
  refunded: number
  net: number
  currency: string
  sales_channel: string | null
  source_code: string | null
  utm: string | null
  device: string | null
  fields: { label: string; value: string }[]
  lines: { title: string; quantity: number; net: number }[]
  assisted_by: MessageSource | null
}

export type ConsentEntry = {
  channel: Channel
  topic: string
  topic_name: string
  state: ConsentState
  /** Of a topic; always `every` for a channel as a whole. */
  frequency: Frequency
  since: Iso | null
  method: string | null
  /** What proves it: where from, which wording, and what the staff noted. */
  proof: {
    ip: string | null
    text_version: string | null
    reason: string | null
    actor: string | null
  } | null
}

export type Utm = { source: string | null; medium: string | null; campaign: string | null }

/** A browser, app or chat in which somebody takes messages. */
export type ProfileEndpoint = {
  channel: Channel
  provider: string
  /** What it is called, e.g. `Chrome · Windows`. */
  device: string | null
  created_at: Iso
  seen_at: Iso
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
  /** The campaign the person first came by, and the one of their latest order that names one. */
  utm: Utm
  last_utm: Utm
  /** Percent of the attributes and shown fields that are known. */
  completeness: number
  fields: ProfileField[]
  /** By attribute. */
  sources: Record<string, ValueSource>
  assigned: AssignedMetric[]
  /** Whether there is enough history to predict from. */
  predictions: "ready" | "low_data" | "pending"
  contact: { email: ContactPoint; phone: ContactPoint }
  /** Who was given the range the phone number lies in; null for landlines and without a number. */
  operator: { name: string | null; state: "given" | "may_have_moved" | "unknown" } | null
  /** ISO 3166-2. */
  region: string | null
  /** Before it was standardised. */
  address_as_given: { city: string | null; region: string | null; postal_code: string | null }
  /** `confidence` in percent; `source` one of explicit, address, phone, browser, shop. */
  time_zone: { value: string; source: string; confidence: number }
  /** Medusa customers (guest and registered rows) that are this person. */
  customer_ids: string[]
  /** Browsers, apps and chats that take messages, the latest first. */
  endpoints: ProfileEndpoint[]
  metrics: MetricValue[]
  consent: ConsentEntry[]
  segments: { id: string; name: string; entered_at: Iso }[]
  /** The frozen lists that hold the person. */
  audiences: { id: string; name: string; added_at: Iso }[]
  tags: PersonTag[]
  data_as_of: Iso | null
}

export const MESSAGE_STATES = [
  "waiting",
  "sending",
  "accepted",
  "failed",
  "skipped",
  "uncertain",
] as const
export type MessageState = (typeof MESSAGE_STATES)[number]

/** Quick filters of the list of people. */
export const PROFILE_FILTERS = [
  "account",
  "guest",
  "bought",
  "never_bought",
  "subscribed",
  "at_risk",
] as const
export type ProfileFilter = (typeof PROFILE_FILTERS)[number]
