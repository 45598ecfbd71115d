import { BROADCAST, CAMPAIGN_RUN } from "../../campaign/tables"
import { RUN } from "../../delivery/tables"
import { inProducts } from "../../profile/attributes/catalogue"
import { inCategories } from "../../profile/shop/catalog"
import { PURCHASE, PURCHASE_LINE } from "../../profile/tables"
import { ATTRIBUTION_RULE, ATTRIBUTION_RUN } from "../tables"

/** Longest window a message may have, in days; none that was sent before can have led to a purchase. */
export const MAX_WINDOW_DAYS = 90

/** The rule of each run as it was set; days null: as the shop has it. */
const OWN_RULES = `
  select run_id, id as ref, 'broadcast' as kind, attribution_days as days, attribution_terms as terms,
    null::timestamptz as changed_at
  from ${BROADCAST} where run_id is not null
  union all
  select f.id, b.id, 'broadcast', b.attribution_days, b.attribution_terms, null
  from ${BROADCAST} b
  join ${RUN} f on f.kind = 'broadcast' and f.ref = b.id and f.follows is not null
  union all
  select run_id, campaign_id, 'campaign', attribution_days, attribution_terms, attribution_changed_at from ${CAMPAIGN_RUN}
`

/** The rule that holds for each run: \`run_id\`, \`days\` and \`terms\`. */
export const RULES = `
  select o.run_id, coalesce(o.days, d.days) as days, case when o.days is null then d.terms else o.terms end as terms
  from (${OWN_RULES}) o cross join ${ATTRIBUTION_RULE} d
`

/** {@link RULES} as they would be with \`days\` and \`terms\` for the broadcast or campaign \`ref\`, or for the shop when it is null. */
export const RULES_IF = `
  select run_id, coalesce(days, shop_days) as days, case when days is null then shop_terms else terms end as terms
  from (
    select o.run_id,
      case when o.ref = :ref then :days::int else o.days end as days,
      case when o.ref = :ref then :terms::jsonb else o.terms end as terms,
      case when :ref::text is null then :days::int else d.days end as shop_days,
      case when :ref::text is null then :terms::jsonb else d.terms end as shop_terms
    from (${OWN_RULES}) o cross join ${ATTRIBUTION_RULE} d
  ) changed
`

const LISTED = (key: string) =>
  `array(select jsonb_array_elements_text(b.terms #> '{orders,${key}}'))`
const HOLDS = (products: string) => `exists (
  select 1 from ${PURCHASE_LINE} l where l.purchase_id = s.id and l.quantity > 0 and l.product_no in (${products})
)`
const unless = (key: string, holds: string) =>
  `(b.terms #> '{orders,${key}}' is null or coalesce(${holds}, false))`

/** Whether purchase \`s\` may be credited by a rule \`b\` to a message \`m\`. */
export const FITS = `
  case
    when b.terms -> 'range' is null then s.placed_at <= m.sent_at + make_interval(days => b.days)
    else s.placed_at >= (b.terms #>> '{range,from}')::timestamp at time zone :zone
      and s.placed_at < ((b.terms #>> '{range,to}')::timestamp + interval '1 day') at time zone :zone
      and s.placed_at <= m.sent_at + interval '${MAX_WINDOW_DAYS} days'
  end
  and (b.terms -> 'orders' is null or (
    ${unless("min_total", `s.net_base >= (b.terms #>> '{orders,min_total}')::bigint`)}
    and ${unless("statuses", `s.status = any(${LISTED("statuses")})`)}
    and ${unless("sales_channels", `s.sales_channel_id = any(${LISTED("sales_channels")})`)}
    and ${unless("promotions", `s.promotions && ${LISTED("promotions")}`)}
    and ${unless("products", HOLDS(inProducts(LISTED("products"))))}
    and ${unless("categories", HOLDS(inCategories(LISTED("categories"))))}
    and ${unless(
      "first",
      `not exists (
        select 1 from ${PURCHASE} x
        where x.profile_id = s.profile_id and x.counted and (x.placed_at, x.id) < (s.placed_at, s.id)
      )`
    )}
  ))
`

export const READ_RULE = `
  select d.days, d.terms,
    (select count(*)::int from ${BROADCAST} where run_id is not null and attribution_days is null) as broadcasts,
    (select count(distinct campaign_id)::int from ${CAMPAIGN_RUN} where attribution_days is null) as campaigns
  from ${ATTRIBUTION_RULE} d
`

export const SAVE_RULE = `
  update ${ATTRIBUTION_RULE} set days = :days, terms = :terms::jsonb, changed_at = clock_timestamp()
`

/** A run whose orders have to be credited anew: its rule has changed since. */
export const NEXT_RUN = `
  select o.run_id::float8 as run_id
  from (${OWN_RULES}) o
  cross join ${ATTRIBUTION_RULE} d
  left join ${ATTRIBUTION_RUN} a on a.run_id = o.run_id
  where greatest(o.changed_at, case when o.days is null then d.changed_at end) > coalesce(a.computed_at, '-infinity')
  limit 1
`

/** A run by whose rule a status or a value counts, which may change after an order was credited: looked at each hour. */
export const NEXT_UNSETTLED = `
  select r.run_id::float8 as run_id
  from (${RULES}) r
  join ${RUN} n on n.id = r.run_id
  left join ${ATTRIBUTION_RUN} a on a.run_id = r.run_id
  where (r.terms #> '{orders,min_total}' is not null or r.terms #> '{orders,statuses}' is not null)
    and n.started_at > :now::timestamptz - interval '${MAX_WINDOW_DAYS + 31} days'
    and coalesce(a.computed_at, n.started_at) < :now::timestamptz - interval '1 hour'
  limit 1
`

export const MARK_COMPUTED = `
  insert into ${ATTRIBUTION_RUN} (run_id, computed_at) values (:run, clock_timestamp())
  on conflict (run_id) do update set computed_at = excluded.computed_at
`
