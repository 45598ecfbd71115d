import { PAYMENT_FAILED } from "../../../profile/events/tables"
import { failedPayments } from "../../../profile/shop/payments"
import { happened } from "../happened"
import { personOf } from "../person-of"
import { MINUTE_MS, type TriggerSource } from "../source"

const SINCE = ":since::timestamptz"
const NOW = ":now::timestamptz"

/**
 * A payment did not go through: as Medusa's payment sessions say, or as an event does, which the webhooks of the payment
 * providers and other systems send. Each session counts once.
 */
export const paymentFailed: TriggerSource<"payment_failed"> = {
  schema: {},
  every: MINUTE_MS,
  find: () => {
    const told = happened([PAYMENT_FAILED])
    return {
      sql: `
        select i.profile_id, 'payment ' || s.id as key, s.at, jsonb_strip_nulls(jsonb_build_object('payment_session_id', s.id,
          'cart_id', s.cart_id, 'order_id', s.order_id, 'amount', s.amount, 'currency', s.currency)) as context
        from (${failedPayments(SINCE, NOW)}) s
        join lateral (${personOf("s.customer_id", "s.email")}) i on true
        where s.at >= :live_since::timestamptz
        union all
        select profile_id, coalesce('payment ' || (context ->> 'payment_session_id'), key), at, context
        from (${told.sql}) told
      `,
      params: told.params,
    }
  },
}
