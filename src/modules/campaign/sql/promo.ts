import { PURCHASE } from "../../profile/tables"
import { CAMPAIGN, ENROLLMENT, PROMO_CODE } from "../tables"

const OPEN = `c.redeemed_at is null and c.ended_at is null`

export const INSERT_CODES = `
  insert into ${PROMO_CODE} (errand_id, campaign_id, version, step, enrollment_id, profile_id, code, promotion_id, issued_at,
    expires_at, revoke_on_exit, revoke_on_refund)
  select t.*
  from unnest(:errands::bigint[], :campaigns::text[], :versions::int[], :steps::text[], :enrollments::bigint[],
    :profiles::bigint[], :codes::text[], :promotions::text[], :issued::timestamptz[], :expires::timestamptz[],
    :on_exit::boolean[], :on_refund::boolean[]) t
  on conflict do nothing
`

/** Notes which codes an order was placed with, from the shop's own link of orders and promotions. */
export const NOTE_REDEEMED = `
  update ${PROMO_CODE} c
  set redeemed_at = o.created_at, order_id = o.id
  from order_promotion l
  join "order" o on o.id = l.order_id
  where ${OPEN} and l.promotion_id = c.promotion_id and l.deleted_at is null
`

/**
 * Unused codes that are over: their time has passed, their person has left before the end, or the order that let the
 * person in was cancelled or refunded.
 */
export const CODES_TO_END = `
  select *
  from (
    select c.errand_id::float8 as errand_id, c.promotion_id, case
      when c.expires_at <= :now then 'expired'
      when c.revoke_on_exit and e.ended_at is not null and e.reason <> 'finished' then 'left'
      when c.revoke_on_refund and exists (
        select 1 from ${PURCHASE} u
        where u.order_id = e.context ->> 'order_id' and (u.refunded > 0 or u.canceled_at is not null)
      ) then 'refunded'
    end as ended_by
    from ${PROMO_CODE} c
    left join ${ENROLLMENT} e on e.id = c.enrollment_id
    where ${OPEN} and (c.expires_at <= :now or c.revoke_on_exit or c.revoke_on_refund)
  ) c
  where ended_by is not null
  order by errand_id
  limit :limit
`

export const END_CODES = `
  update ${PROMO_CODE} c
  set ended_at = :now, ended_by = t.ended_by
  from unnest(:errands::bigint[], :ended_by::text[]) as t (errand_id, ended_by)
  where c.errand_id = t.errand_id and c.ended_at is null
`

/** What has become of a code `c` by `:now`. */
export const CODE_STATE = `
  case
    when c.redeemed_at is not null then 'redeemed'
    when c.ended_by = 'expired' or c.expires_at <= :now then 'expired'
    when c.ended_at is not null then 'revoked'
    else 'open'
  end`

/** Codes that campaigns gave to a person, the latest first. */
export const CODES_OF_PROFILE = `
  select c.code, c.promotion_id, c.campaign_id, g.name as campaign_name, c.issued_at, c.expires_at, c.redeemed_at, c.order_id,
    ${CODE_STATE} as state
  from ${PROMO_CODE} c
  join ${CAMPAIGN} g on g.id = c.campaign_id
  where c.profile_id = :profile
  order by c.issued_at desc, c.errand_id desc
  limit :limit
`
