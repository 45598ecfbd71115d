import type { CampaignTrigger, TriggerOf, TriggerType } from "../../types/campaign-trigger"

/** The names and words that the settings of a trigger are said with. */
export type TriggerNames = {
  t: (key: string, values?: Record<string, unknown>) => string
  /** An amount in minor units of the shop's currency. */
  money: (minor: number) => string
  /** The name of the segment that it asks about, as soon as it is known. */
  segment: string | undefined
  /** The label of an own field. */
  field: (key: string) => string
  /** The name of a month, 1 is January. */
  month: (no: number) => string
}

type Words<Type extends TriggerType> = (
  trigger: TriggerOf<Type>,
  names: TriggerNames
) => (string | 0 | false | null | undefined)[]

const SAYS = "campaignTriggers.says"

const days = (count: number, { t }: TriggerNames) => t("campaigns.unit.days", { count })
const since: Words<"days_since_order" | "days_since_visit"> = (trigger, names) => [
  days(trigger.days, names),
]
const within = (count: number, names: TriggerNames) =>
  names.t(`${SAYS}.within`, { time: days(count, names) })
const quiet = ({ after }: TriggerOf<"cart_abandoned" | "browse_abandoned">, { t }: TriggerNames) =>
  t(`${SAYS}.quiet`, { time: t(`campaigns.unit.${after.unit}`, { count: after.amount }) })
const onDay = ({ offset, time }: { offset: number; time: string }, names: TriggerNames) =>
  names.t(`${SAYS}.${offset < 0 ? "before" : offset > 0 ? "after" : "on"}`, {
    time,
    days: days(Math.abs(offset), names),
  })
const some = (what: string, list: string[] | undefined, { t }: TriggerNames) =>
  list?.length ? t(`${SAYS}.${what}`, { count: list.length }) : null
const quoted = (text: string | undefined) => text && `“${text}”`
const seconds = (count: number | undefined, { t }: TriggerNames) =>
  count ? t(`${SAYS}.seconds`, { count }) : null
const moved = (from: string, to: string, { t }: TriggerNames) => t(`${SAYS}.moved`, { from, to })
const kind: Words<"return_requested" | "order_returned"> = (trigger, { t }) => [
  trigger.kind && t(`campaignTriggers.returned.${trigger.kind}`),
]

/** What is not here is told nothing that a reader would miss. */
const WORDS: { [Type in TriggerType]?: Words<Type> } = {
  return_requested: kind,
  order_returned: kind,
  order_status: ({ kind: of, from, to }, names) => [
    names.t(`campaignTriggers.status.kinds.${of}`),
    moved(
      names.t(`campaignTriggers.status.${from ?? "any"}`),
      names.t(`campaignTriggers.status.${to ?? "any"}`),
      names
    ),
  ],
  item_ordered: ({ products, moment }, names) => [
    some("products", products, names),
    names.t(`campaignTriggers.moment.${moment}`).toLowerCase(),
  ],
  category_ordered: ({ categories, moment }, names) => [
    some("categories", categories, names),
    names.t(`campaignTriggers.moment.${moment}`).toLowerCase(),
  ],
  promo_used: ({ code }) => [quoted(code)],
  promo_unused: (trigger, names) => [
    names.t(`${SAYS}.${trigger.days ? "beforeEnd" : "atEnd"}`, { time: days(trigger.days, names) }),
  ],
  days_since_order: since as Words<"days_since_order">,
  days_since_visit: since as Words<"days_since_visit">,
  days_since_receipt: (trigger, names) => [
    days(trigger.days, names),
    names.t(`campaignTriggers.moment.${trigger.of}`).toLowerCase(),
  ],
  days_since_registration: (trigger, names) => [
    days(trigger.days, names),
    names.t(`campaignTriggers.joinedAs.${trigger.who ?? "accounts"}`),
  ],
  order_date: (trigger, names) => [
    trigger.of === "field"
      ? names.field(trigger.field)
      : names.t(`campaignTriggers.orderDay.${trigger.of}`),
    onDay(trigger, names),
    trigger.paid && names.t("campaignTriggers.orderDay.onlyPaid"),
  ],
  order_expected: (trigger, names) => [
    onDay(trigger, names),
    names.t(`${SAYS}.orders`, { count: trigger.min_orders }),
  ],
  list_added: ({ list, name, products }, names) => [
    names.t(`campaignTriggers.list.${list}`),
    list === "other" && quoted(name),
    some("products", products, names),
  ],
  birthday: (trigger, names) => [onDay(trigger, names)],
  anniversary: (trigger, names) => [
    names.t(`campaignTriggers.anniversary.${trigger.of}`),
    onDay(trigger, names),
  ],
  field_date: (trigger, names) => [
    names.field(trigger.field),
    onDay(trigger, names),
    trigger.yearly && names.t(`${SAYS}.yearly`),
  ],
  field_changed: ({ field, to }, names) => [
    names.field(field),
    to && names.t(`${SAYS}.becomes`, { value: to }),
  ],
  consent_changed: ({ state, channel = "email" }, { t }) => [
    t(`campaignTriggers.consent.${state}`),
    channel ? t(`channel.${channel}`) : t("campaignTriggers.consent.anyChannel"),
  ],
  segment_entered: ({ members }, { t, segment }) => [segment, members && t(`${SAYS}.members`)],
  segment_left: (_, { segment }) => [segment],
  rfm_changed: ({ from, to }, names) => {
    const group = (one: string | null) =>
      one ? names.t(`rfm.${one}.name`) : names.t("campaignTriggers.rfm.any")
    return [moved(group(from), group(to), names)]
  },
  date: ({ at, local }, { t, segment }) => [
    at.replace("T", ", "),
    local && t(`${SAYS}.local`),
    segment,
  ],
  repeat: (trigger, { t, month, segment }) => [
    t(`campaignTriggers.repeat.${trigger.every}`),
    trigger.every === "week" && t(`campaigns.weekday.${trigger.weekday}`),
    trigger.every === "month" && t(`${SAYS}.dayOfMonth`, { day: trigger.day }),
    trigger.every === "year" && `${trigger.day} ${month(trigger.month)}`,
    trigger.time,
    segment,
  ],
  event: ({ name, where }, { t }) => [
    quoted(name),
    where?.length && t(`${SAYS}.conditions`, { count: where.length }),
  ],
  page_viewed: ({ path }) => [quoted(path)],
  product_viewed: ({ products, min_seconds }, names) => [
    some("products", products, names),
    seconds(min_seconds, names),
  ],
  category_viewed: ({ categories }, names) => [some("categories", categories, names)],
  searched: ({ text }) => [quoted(text)],
  cart_abandoned: (trigger, names) => [
    quiet(trigger, names),
    trigger.min_value && names.t(`${SAYS}.worth`, { money: names.money(trigger.min_value) }),
  ],
  browse_abandoned: (trigger, names) => [
    names.t(`campaignTriggers.looked.${trigger.what}`),
    quiet(trigger, names),
    trigger.min_views > 1 && names.t(`${SAYS}.views`, { count: trigger.min_views }),
    seconds(trigger.min_seconds, names),
    some("categories", trigger.categories, names),
  ],
  back_in_stock: (trigger, names) => [
    some("products", trigger.products, names),
    within(trigger.days, names),
  ],
  price_drop: (trigger, names) => [
    names.t(`${SAYS}.percent`, { percent: trigger.percent }),
    within(trigger.days, names),
  ],
  price_changed: ({ direction, percent, products }, names) => [
    names.t(`campaignTriggers.price.${direction}`).toLowerCase(),
    names.t(`${SAYS}.percent`, { percent }),
    some("products", products, names),
    names.segment,
  ],
  product_event: (trigger, names) => [quoted(trigger.name), within(trigger.days, names)],
  low_stock: ({ left }, { t }) => [t(`${SAYS}.left`, { count: left })],
}

/** What a trigger is set to, in words; empty where there is nothing to say. */
export function triggerWords(trigger: CampaignTrigger, names: TriggerNames): string {
  const words = WORDS[trigger.type] as Words<TriggerType> | undefined
  return (words?.(trigger, names) ?? []).filter(Boolean).join(" · ")
}
