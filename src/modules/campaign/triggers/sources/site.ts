import { z } from "@medusajs/framework/zod"
import { EVENT, SESSION } from "../../../profile/events/tables"
import { TIME_SPENT } from "../../../profile/events/time-spent"
import { hasFact } from "../../../../rules/fact"
import { categoryWords } from "../../../profile/shop/catalog"
import { eventWhere, whereSchema } from "../event-where"
import { happened } from "../happened"
import { days, ids, MINUTE_MS, type TriggerSource } from "../source"

/** Any event by its name, and by what it came with. */
export const event: TriggerSource<"event"> = {
  schema: { name: z.string().trim().max(200), where: whereSchema.optional() },
  mark: "event",
  problem: ({ name }) => (name ? undefined : "Choose the event that lets people in"),
  asks: ({ where }) => (where?.length ? hasFact("events", where) : undefined),
  find: ({ name, where = [] }) => {
    const { sql, params } = eventWhere(where)
    return happened([name], sql, params)
  },
}

/** A visit begins. */
export const siteVisited: TriggerSource<"site_visited"> = {
  schema: {},
  mark: "session",
  find: () => ({
    sql: `
      select s.profile_id, 'visit ' || s.id as key, s.started_at as at,
        jsonb_strip_nulls(jsonb_build_object('landing', s.landing, 'utm_source', s.utm_source, 'utm_campaign', s.utm_campaign))
          as context
      from ${SESSION} s
      where s.started_at > :since::timestamptz and s.started_at <= :now::timestamptz
        and s.started_at >= :live_since::timestamptz and s.profile_id is not null and s.id > :mark::bigint
    `,
    params: {},
  }),
}

/** The latest visit is so many days ago. */
export const daysSinceVisit: TriggerSource<"days_since_visit"> = {
  schema: { days },
  every: MINUTE_MS,
  find: (trigger) => ({
    sql: `
      select s.profile_id, 'since visit ' || s.id as key, s.started_at + make_interval(days => :days) as at,
        jsonb_build_object('last_visit_at', s.started_at) as context
      from ${SESSION} s
      where s.started_at > :since::timestamptz - make_interval(days => :days)
        and s.started_at <= :now::timestamptz - make_interval(days => :days)
        and s.started_at >= :live_since::timestamptz - make_interval(days => :days)
        and s.profile_id is not null
        and not exists (
          select 1 from ${SESSION} l where l.profile_id = s.profile_id and l.started_at > s.started_at
        )
    `,
    params: { days: trigger.days },
  }),
}

/** A page whose address begins or is as said, `*` for anything. */
export const pageViewed: TriggerSource<"page_viewed"> = {
  schema: { path: z.string().trim().max(500) },
  mark: "event",
  problem: ({ path }) => (path ? undefined : "Say which page"),
  find: ({ path }) =>
    happened(["Page Viewed"], `e.properties ->> 'path' like :path`, { path: likeOf(path) }),
}

/** `*` stands for any text; what means something to `like` is meant as it is written. */
function likeOf(path: string): string {
  return path.replace(/[\\%_]/g, "\\$&").replaceAll("*", "%")
}

const VIEWED = (key: string) =>
  `cardinality(:things::text[]) = 0 or e.properties ->> '${key}' = any(:things::text[])`

/** A product is looked at, or has been for so many seconds, which is known when its page is left. */
export const productViewed: TriggerSource<"product_viewed"> = {
  schema: { products: ids, min_seconds: z.number().int().min(1).max(3_600).optional() },
  mark: "event",
  find: ({ products, min_seconds }) => {
    const params = { things: products, min_seconds: min_seconds ?? 0 }
    if (!min_seconds) return happened(["Product Viewed"], VIEWED("product_id"), params)
    // Of a page that is left and looked at again, the time at which it is long enough.
    const long = `case when jsonb_typeof(e.properties -> 'total') = 'number' and jsonb_typeof(e.properties -> 'seconds') = 'number'
      then (e.properties ->> 'total')::numeric >= :min_seconds::int
        and (e.properties ->> 'total')::numeric - (e.properties ->> 'seconds')::numeric < :min_seconds::int end`
    return happened(
      [TIME_SPENT],
      `e.properties ->> 'product_id' is not null and (${VIEWED("product_id")}) and ${long}`,
      params
    )
  },
}

/** A category by the name that the storefront gives it, or one below it if the shop has it by that name. */
export const categoryViewed: TriggerSource<"category_viewed"> = {
  schema: { categories: ids },
  mark: "event",
  find: ({ categories }) =>
    happened(["Product List Viewed"], inCategory("e", ":things::text[]"), { things: categories }),
}

/** The event about a product, of all whom it interested before: who looked at it, or put it into a cart or onto a list. */
export const productEvent: TriggerSource<"product_event"> = {
  schema: { name: z.string().trim().max(200), days: z.number().int().min(1).max(365) },
  mark: "event",
  problem: ({ name }) => (name ? undefined : "Choose the event that lets people in"),
  find: ({ name, days: back }) => ({
    sql: `
      select distinct on (i.profile_id, e.id) i.profile_id, 'about ' || e.id as key, e.at,
        e.properties || jsonb_build_object('event', e.name) as context
      from ${EVENT} e
      join ${EVENT} i on i.name = any(:interests::text[]) and i.profile_id is not null
        and i.at > e.at - make_interval(days => :back) and i.at <= e.at
        and i.properties ->> 'product_id' = e.properties ->> 'product_id'
      where e.name = :event_name and e.id > :mark::bigint and e.properties ->> 'product_id' is not null
        and e.at > :since::timestamptz - interval '1 day' and e.received_at > :since::timestamptz
        and e.at <= :now::timestamptz and e.at >= :live_since::timestamptz
      order by i.profile_id, e.id
    `,
    params: { event_name: name, back, interests: INTERESTS },
  }),
}
const INTERESTS = ["Product Viewed", "Product Added", "Product Added to Wishlist"]

/** The category of the event `event` is one of some or below, or whatever it is if there are none. */
export const inCategory = (event: string, categories: string) => `
  (cardinality(${categories}) = 0 or ${event}.properties ->> 'category' = any(${categories})
    or ${event}.properties ->> 'category' in (${categoryWords(categories)}))`

/** A search, for some words or any. */
export const searched: TriggerSource<"searched"> = {
  schema: { text: z.string().trim().max(200) },
  mark: "event",
  find: ({ text }) =>
    happened(
      ["Products Searched"],
      `position(lower(:text) in lower(coalesce(e.properties ->> 'query', ''))) > 0`,
      { text }
    ),
}
