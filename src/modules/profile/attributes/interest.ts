import type { Collection } from "../../../rules/definitions"
import { LEVEL, SCORE_NOW, TREND } from "../interests/sql/read"
import { CATALOGUE } from "./catalogue"
import { family } from "./family"

const KINDS = ["product", "category", "collection", "tag"] as const
const NAMES = {
  product: ["Interest in the product", "product"],
  category: ["Interest in the category", "category"],
  collection: ["Interest in the collection", "collection"],
  tag: ["Interest in the product tag", "product tag"],
}

const inThing = (kind: (typeof KINDS)[number]) => {
  const entry = CATALOGUE.find(
    ({ key }) => key === (kind === "product" ? kind : `product.${kind}`)
  )!
  const [label, noun] = NAMES[kind]
  return {
    key: `interest.${kind}`,
    label,
    noun,
    type: "string" as const,
    sql: "i.ref",
    operators: ["in", "not_in"] as const,
    nullable: false,
    anyOf: (values: string) => `(i.kind = '${kind}' and i.ref = any(${values}))`,
    suggest: entry.suggest,
    names: entry.names,
  }
}

const DAYS_SINCE =
  "((:now::timestamptz at time zone :zone)::date - (max(i.last_at) at time zone :zone)::date)"

/** What people are interested in: one fact for each thing, with its points, rank and trend. */
export const INTERESTS: Collection = {
  key: "interests",
  label: "Interests",
  group: "Behaviour",
  fact: "an interest",
  from: "engage_interest i",
  profile: "i.profile_id",
  at: "i.last_at",
  attributes: family("Interest", [
    ...KINDS.map(inThing),
    {
      key: "interest.price_band",
      label: "Interest in the price band",
      noun: "price band",
      type: "enum",
      sql: "case when i.kind = 'price_band' then i.ref end",
      folded: true,
      options: [
        { value: "0", label: "Cheapest" },
        { value: "1", label: "Cheap" },
        { value: "2", label: "Middle" },
        { value: "3", label: "Expensive" },
        { value: "4", label: "Most expensive" },
      ],
    },
    {
      key: "interest.score",
      label: "Interest points",
      type: "number",
      sql: SCORE_NOW,
      nullable: false,
      daily: true,
      formula: "Points of orders, baskets and views, each halved after the half-life",
    },
    {
      key: "interest.rank",
      label: "Rank among the person's interests",
      type: "number",
      sql: "i.rank",
      nullable: false,
      formula: "1 is the strongest category, collection, tag, product or price band of the person",
    },
    {
      key: "interest.share",
      label: "Share of the person's interest",
      type: "share",
      sql: "i.share",
      nullable: false,
    },
    {
      key: "interest.trend",
      label: "Interest trend",
      type: "enum",
      sql: TREND,
      folded: true,
      nullable: false,
      options: [
        { value: "rising", label: "Rising" },
        { value: "steady", label: "Steady" },
        { value: "falling", label: "Falling" },
      ],
      formula: "A fifth more or less than 30 days ago is rising or falling",
    },
    {
      key: "interest.level",
      label: "Interest level",
      type: "enum",
      sql: LEVEL,
      folded: true,
      nullable: false,
      daily: true,
      options: [
        { value: "high", label: "High" },
        { value: "medium", label: "Medium" },
        { value: "low", label: "Low" },
      ],
      formula: "High: at least 30 % of the person's interest and 6 points. Medium: at least 10 %",
    },
  ]),
  measures: [
    { fn: "count", label: "Number of interests", type: "number", sql: "count(*)" },
    {
      fn: "max",
      attribute: "interest.score",
      label: "Points of the strongest interest",
      type: "number",
      sql: `max(${SCORE_NOW})`,
    },
    {
      fn: "days_since",
      label: "Days since the interest was last shown",
      type: "number",
      sql: DAYS_SINCE,
    },
  ],
}
