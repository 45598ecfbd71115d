import { RUN } from "../../delivery/tables"
import { PURCHASE } from "../../profile/tables"
import { TOUCH } from "../tables"

/** What the runs of a channel that began in a time brought, in minor units of the base currency. */
export const CHANNEL_ORDERS = `
  select count(distinct u.id)::float8 as orders, coalesce(sum(u.net_base * t.credit), 0)::float8 as revenue
  from ${RUN} r
  join ${TOUCH} t on t.run_id = r.id and t.credit > 0
  join ${PURCHASE} u on u.id = t.purchase_id and u.counted
  where r.channel = :channel and r.started_at >= :since and not r.is_test
`
