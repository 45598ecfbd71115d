import type { SqlFragment } from "../../../lib/db"
import { PROFILE } from "../../profile/tables"
import type { SendingPrice } from "../../../types/sending"
import { STATE } from "../ledger/states"
import { SENDING_PRICE } from "../tables"
import { addressSql } from "./address"

/** What messages `m` cost, in minor units, and how many of those that were sent had no price then. */
export const COST = `
  coalesce(sum(m.cost), 0)::float8 / 1000 as cost,
  count(*) filter (where m.state = ${STATE.accepted} and m.cost is null)::float8 as unpriced
`

/** Prices of an account, the most exact destination first. */
export const PRICES = `
  select destination, price from ${SENDING_PRICE}
  where account = :account
  order by length(destination) desc, destination
`

export const FORGET_PRICES = `delete from ${SENDING_PRICE} where account = :account`

export const SAVE_PRICES = `
  insert into ${SENDING_PRICE} (account, destination, price)
  select :account, t.*
  from unnest(:destinations::text[], :prices::int[]) as t (destination, price)
`

/** What one message to each of some people costs on average; null when no price holds for any of them. */
export function averagePrice(people: SqlFragment, prices: SendingPrice[]): SqlFragment {
  const params: Record<string, unknown> = { ...people.params }
  const cases = prices.map(({ destination, price }, i) => {
    Object.assign(params, { [`price_to_${i}`]: `${destination}%`, [`price_${i}`]: price })
    return `when ${addressSql(":channel")} like :price_to_${i} then :price_${i}::int`
  })
  return {
    sql: `
      select avg(case ${cases.join(" ")} end)::float8 as price
      from (${people.sql}) who join ${PROFILE} p on p.id = who.profile_id
    `,
    params,
  }
}
