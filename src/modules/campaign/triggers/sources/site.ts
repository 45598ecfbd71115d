import { z } from "@medusajs/framework/zod"
import { SESSION } from "../../../profile/events/tables"
import { hasFact } from "../../../../rules/fact"
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

export const productViewed: TriggerSource<"product_viewed"> = {
  schema: { products: ids },
  mark: "event",
  find: ({ products }) => happened(["Product Viewed"], VIEWED("product_id"), { things: products }),
}

/** A category by the name that the storefront gives it. */
export const categoryViewed: TriggerSource<"category_viewed"> = {
  schema: { categories: ids },
  mark: "event",
  find: ({ categories }) =>
    happened(["Product List Viewed"], VIEWED("category"), { things: categories }),
}

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
