import { type Db, query } from "../../../lib/db"
import type { Condition } from "../../../rules/ast"
import type { Attribute, Collection, FamilyPart } from "../../../rules/definitions"
import { family } from "./family"
import { CHOICE, daysAgo, latestValues, PRODUCTS } from "./latest-values"

const NAMES = `
  select name as value, name as label, sum(events)::int as count from engage_event_day
  where :q::text is null or lower(name) like :q
  group by name order by 3 desc, 1 limit :limit
`

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
      anyOf: (values) => `e.properties ->> 'product_id' = any(${values})`,
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

/** The key of a property, as a condition on events names it. */
export const EVENT_FIELD = /^event\.p\.([\w.-]{1,100})$/

/** What a condition on events asks about, told by the condition alone: also of a property that was not seen yet. */
export function eventAttribute({ attribute, operator, value }: Condition): Attribute | undefined {
  const key = EVENT_FIELD.exec(attribute)?.[1]
  if (!key) return EVENTS.attributes.find((one) => one.key === attribute)
  const [first] = [value].flat()
  const yesNo = operator === "is_true" || operator === "is_false"
  return fieldAttribute({
    key,
    kinds: [yesNo ? "boolean" : typeof first === "number" ? "number" : "text"],
  })
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
