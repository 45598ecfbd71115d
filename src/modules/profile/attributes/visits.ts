import type { Collection } from "../../../rules/definitions"
import { family } from "./family"
import { CHOICE, daysAgo, latestValues, PRODUCTS } from "./latest-values"

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

/** What names where a visit came from. */
const CAME_FROM = (visit: string) =>
  `(${visit}.utm_source is not null or ${visit}.click_id is not null or ${visit}.referrer is not null)`

const otherVisit = (order: "<" | ">", where = "true") => `
  select 1 from engage_session x
  where x.profile_id = s.profile_id and x.events > 0 and ${where} and (x.started_at, x.id) ${order} (s.started_at, s.id)`

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
      key: "visit.first",
      label: "Is the first visit",
      says: ["the person's first visit", "not the first visit"],
      type: "boolean",
      sql: `(not exists (${otherVisit("<")}))`,
    },
    {
      key: "visit.last",
      label: "Is the latest visit",
      says: ["the person's latest visit", "not the latest visit"],
      type: "boolean",
      sql: `(not exists (${otherVisit(">")}))`,
    },
    {
      key: "visit.first_touch",
      label: "Is the first visit from a source",
      says: ["the first visit that came from a source", "not the first that came from a source"],
      type: "boolean",
      sql: `(${CAME_FROM("s")} and not exists (${otherVisit("<", CAME_FROM("x"))}))`,
      formula: "The first touch: the first visit with a UTM source, an advertising click or a site",
    },
    {
      key: "visit.last_touch",
      label: "Is the latest visit from a source",
      says: ["the latest visit that came from a source", "not the latest that came from a source"],
      type: "boolean",
      sql: `(${CAME_FROM("s")} and not exists (${otherVisit(">", CAME_FROM("x"))}))`,
      formula: "The last touch: the latest visit with a UTM source, an advertising click or a site",
    },
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
