import { type Db, query } from "../../../lib/db"
import type { Attribute, Collection, FamilyPart } from "../../../rules/definitions"
import { family } from "./family"

/** Values are suggested from so many of the latest rows. */
const LATEST = 20_000

/** Values of an expression over the latest events (alias `e`) or visits (alias `s`), most frequent first. */
function latestValues(sql: string, from: "engage_event e" | "engage_session s", where = "true") {
  const order = from === "engage_event e" ? "e.at" : "s.started_at"
  return `
    select v as value, v as label, count(*)::int as count
    from (select ${sql} as v from ${from} where ${where} order by ${order} desc limit ${LATEST}) x
    where v <> '' and (:q::text is null or lower(v) like :q)
    group by v order by 3 desc, 1 limit :limit
  `
}

const NAMES = `
  select name as value, name as label, sum(events)::int as count from engage_event_day
  where :q::text is null or lower(name) like :q
  group by name order by 3 desc, 1 limit :limit
`

const PRODUCTS = `
  select value, coalesce(d.title, value) as label, count
  from (
    select v as value, count(*)::int as count
    from (select e.properties ->> 'product_id' as v from engage_event e where e.properties -> 'product_id' is not null
          order by e.at desc limit ${LATEST}) x
    group by v
  ) y left join engage_product d on d.product_id = y.value
  where :q::text is null or lower(coalesce(d.title, value)) like :q
  order by count desc, 2 limit :limit
`

const daysAgo = (at: string) => `(extract(epoch from (:now::timestamptz - ${at})) / 86400)`

/** A whole set of operators makes no sense where the values stand for something else. */
const CHOICE = { nullable: false, operators: ["in", "not_in"] } as const

/** Everything that people did, one by one: on the site, in the shop, and what other systems sent. */
export const EVENTS: Collection = {
  key: "events",
  label: "Events",
  fact: "an event",
  group: "Behaviour",
  from: "engage_event e",
  profile: "e.profile_id",
  at: "e.at",
  filter: "e.profile_id is not null",
  attributes: family("Event", [
    {
      key: "event",
      label: "Event",
      type: "string",
      sql: "e.name",
      ...CHOICE,
      // Names are compared as they are written, which the index on them needs.
      anyOf: (values) => `e.name = any(${values})`,
      suggest: NAMES,
    },
    {
      key: "event.source",
      label: "Came in by",
      type: "enum",
      sql: "e.source",
      folded: true,
      nullable: false,
      options: [
        { value: "tracker", label: "Storefront" },
        { value: "server", label: "Server" },
        { value: "shop", label: "Shop" },
        { value: "import", label: "File" },
      ],
    },
    {
      key: "event.product",
      label: "Product of the event",
      type: "string",
      sql: "e.properties ->> 'product_id'",
      ...CHOICE,
      anyOf: (values) => `coalesce(e.properties ->> 'product_id' = any(${values}), false)`,
      suggest: PRODUCTS,
    },
    {
      key: "event.device",
      label: "Device of the event",
      type: "enum",
      sql: "(select s.device from engage_session s where s.id = e.session_id)",
      folded: true,
      options: [
        { value: "desktop", label: "Computer" },
        { value: "mobile", label: "Phone" },
        { value: "tablet", label: "Tablet" },
      ],
    },
    {
      key: "event.days_ago",
      label: "Days since the event",
      type: "number",
      sql: daysAgo("e.at"),
      nullable: false,
    },
  ]),
  measures: [
    { fn: "count", label: "Number of events", type: "number", sql: "count(*)" },
    {
      fn: "min",
      attribute: "event.days_ago",
      label: "Days since the last one",
      type: "number",
      sql: daysAgo("max(e.at)"),
    },
    {
      fn: "max",
      attribute: "event.days_ago",
      label: "Days since the first one",
      type: "number",
      sql: daysAgo("min(e.at)"),
    },
  ],
}

const visitText = (key: string, label: string, column: string) => ({
  key: `visit.${key}`,
  label,
  type: "string" as const,
  sql: `s.${column}`,
  suggest: latestValues(`s.${column}`, "engage_session s"),
})

/** Something that was seen during a visit: any event of it has one of the values. */
const seen = (key: string, label: string, property: string, suggest: string) => ({
  key: `visit.${key}`,
  label,
  type: "string" as const,
  sql: "true",
  ...CHOICE,
  anyOf: (values: string) =>
    `exists (select 1 from engage_event e where e.session_id = s.id and e.at between s.started_at and s.last_at and e.properties ->> '${property}' = any(${values}))`,
  suggest,
})

const MINUTES = "(extract(epoch from (s.last_at - s.started_at)) / 60)"

/** Visits of the storefront, one by one. */
export const VISITS: Collection = {
  key: "visits",
  label: "Website visits",
  fact: "a visit",
  group: "Behaviour",
  from: "engage_session s",
  profile: "s.profile_id",
  at: "s.started_at",
  filter: "s.profile_id is not null and s.events > 0",
  attributes: family("Visit", [
    seen(
      "page",
      "Page seen",
      "path",
      latestValues("e.properties ->> 'path'", "engage_event e", "e.name = 'Page Viewed'")
    ),
    seen(
      "section",
      "Section seen",
      "section",
      latestValues("e.properties ->> 'section'", "engage_event e", "e.name = 'Page Viewed'")
    ),
    seen("product", "Product seen", "product_id", PRODUCTS),
    seen(
      "category",
      "Category seen",
      "category",
      latestValues(
        "e.properties ->> 'category'",
        "engage_event e",
        "e.name in ('Product Viewed', 'Product List Viewed')"
      )
    ),
    {
      key: "visit.device",
      label: "Device",
      type: "enum",
      sql: "s.device",
      folded: true,
      options: [
        { value: "desktop", label: "Computer" },
        { value: "mobile", label: "Phone" },
        { value: "tablet", label: "Tablet" },
      ],
    },
    visitText("os", "Operating system", "os"),
    visitText("browser", "Browser", "browser"),
    visitText("utm_source", "UTM source of the visit", "utm_source"),
    visitText("utm_medium", "UTM medium of the visit", "utm_medium"),
    visitText("utm_campaign", "UTM campaign of the visit", "utm_campaign"),
    visitText("click_id", "Advertising click", "click_id"),
    visitText("referrer", "Came from the site", "referrer"),
    visitText("landing", "First page", "landing"),
    {
      key: "visit.minutes",
      label: "Length in minutes",
      type: "number",
      sql: MINUTES,
      nullable: false,
    },
    { key: "visit.pages", label: "Pages seen", type: "number", sql: "s.pages", nullable: false },
    {
      key: "visit.products",
      label: "Products viewed",
      type: "number",
      sql: "s.products",
      nullable: false,
    },
    {
      key: "visit.cart_actions",
      label: "Basket actions",
      type: "number",
      sql: "s.cart_actions",
      nullable: false,
    },
  ]),
  measures: [
    { fn: "count", label: "Number of visits", type: "number", sql: "count(*)" },
    {
      fn: "sum",
      attribute: "visit.pages",
      label: "Pages seen in all",
      type: "number",
      sql: "coalesce(sum(s.pages), 0)",
    },
    {
      fn: "avg",
      attribute: "visit.minutes",
      label: "Average length in minutes",
      type: "number",
      sql: `avg(${MINUTES})`,
    },
    {
      fn: "max",
      attribute: "visit.minutes",
      label: "Longest visit in minutes",
      type: "number",
      sql: `max(${MINUTES})`,
    },
    {
      fn: "min",
      attribute: "visit.days_ago",
      label: "Days since the last visit",
      type: "number",
      sql: daysAgo("max(s.started_at)"),
    },
    {
      fn: "max",
      attribute: "visit.days_ago",
      label: "Days since the first visit",
      type: "number",
      sql: daysAgo("min(s.started_at)"),
    },
  ],
}

/** Keys offered at most; the ones that the most events know come first. */
const MAX_KEYS = 200

const KEYS = `
  select key, array_agg(distinct kind) as kinds from engage_event_field
  group by key order by count(distinct name) desc, min(first_at), key limit ${MAX_KEYS}
`

/** The properties that events of this shop have, as attributes of events. */
export async function eventFields(db: Db): Promise<FamilyPart> {
  const keys = await query<{ key: string; kinds: string[] }>(db, KEYS)
  return { collections: [{ ...EVENTS, measures: [], attributes: keys.map(fieldAttribute) }] }
}

function fieldAttribute({ key, kinds }: { key: string; kinds: string[] }): Attribute {
  // The key has been checked when it was noted: letters, digits, `_`, `.` and `-` only.
  const text = `e.properties ->> '${key}'`
  const label = key.replace(/[_.-]+/g, " ").replace(/^./, (letter) => letter.toUpperCase())
  const entry = { key: `event.p.${key}`, label, noun: key }
  const only = kinds.length === 1 ? kinds[0] : "string"
  const [attribute] = family(
    "Event details",
    only === "number"
      ? [
          {
            ...entry,
            type: "number",
            sql: `(case when jsonb_typeof(e.properties -> '${key}') = 'number' then (${text})::numeric end)`,
          },
        ]
      : only === "boolean"
        ? [
            {
              ...entry,
              type: "boolean",
              sql: `coalesce(${text} = 'true', false)`,
              says: [`where ${key} is yes`, `where ${key} is no`],
            },
          ]
        : [
            {
              ...entry,
              type: "string",
              sql: `(${text})`,
              suggest: latestValues(
                `(${text})`,
                "engage_event e",
                `e.properties -> '${key}' is not null`
              ),
            },
          ]
  )
  return attribute
}
