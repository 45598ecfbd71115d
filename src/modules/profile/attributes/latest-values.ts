/** Values are suggested from so many of the latest rows. */
const LATEST = 20_000

/** Values of an expression over the latest events (alias `e`) or visits (alias `s`), most frequent first. */
export function latestValues(
  sql: string,
  from: "engage_event e" | "engage_session s",
  where = "true"
) {
  const order = from === "engage_event e" ? "e.at" : "s.started_at"
  return `
    select v as value, v as label, count(*)::int as count
    from (select ${sql} as v from ${from} where ${where} order by ${order} desc limit ${LATEST}) x
    where v <> '' and (:q::text is null or lower(v) like :q)
    group by v order by 3 desc, 1 limit :limit
  `
}

/** Products of the latest events, by their titles. */
export const PRODUCTS = `
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

/** Days since a moment, as SQL. */
export const daysAgo = (at: string) => `(extract(epoch from (:now::timestamptz - ${at})) / 86400)`

/** A whole set of operators makes no sense where the values stand for something else. */
export const CHOICE = { nullable: false, operators: ["in", "not_in"] } as const
