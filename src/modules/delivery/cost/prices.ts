import { MedusaError } from "@medusajs/framework/utils"
import { type Db, execute, query, queryOne, type SqlFragment } from "../../../lib/db"
import { joinPieces } from "../../../lib/pieces"
import type { OutgoingMessage } from "../../../providers/provider"
import type { Channel } from "../../../types/common"
import type { SendingPrice } from "../../../types/sending"
import { smsLength } from "../../content/sms/segments"
import { ADD_ACCOUNT, LOCK_ACCOUNT } from "../sql/limits"
import { averagePrice, FORGET_PRICES, PRICES, SAVE_PRICES } from "../sql/cost"

/** Thousandths of a minor unit, in which prices and costs are kept, in one minor unit. */
export const PER_MINOR = 1_000

/** More than this is not kept of one message: what its column holds. */
const MOST_COST = 2_147_483_647

/** The prices of an account, the most exact destination first. */
export async function loadPrices(db: Db, account: string): Promise<SendingPrice[]> {
  return query<SendingPrice>(db, PRICES, { account })
}

/**
 * Sets all prices of an account. What was sent before keeps its cost.
 * @throws MedusaError `invalid_data` when two are for the same destination
 */
export async function savePrices(db: Db, account: string, prices: SendingPrice[]): Promise<void> {
  const destinations = prices.map(({ destination }) => destination)
  if (new Set(destinations).size < destinations.length)
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "prices: two are for the same destination: keep one of them"
    )
  await db.transaction(async (trx) => {
    await execute(trx, ADD_ACCOUNT, { account })
    await execute(trx, LOCK_ACCOUNT, { account })
    await execute(trx, FORGET_PRICES, { account })
    await execute(trx, SAVE_PRICES, {
      account,
      destinations,
      prices: prices.map(({ price }) => price),
    })
  })
}

/**
 * What a message costs, in thousandths of a minor unit; null when no price holds for its destination. A text message is
 * charged by the part.
 * @param prices - the most exact destination first
 */
export function costOf(
  channel: Channel,
  prices: SendingPrice[],
  { to, text }: Pick<OutgoingMessage, "to" | "text">
): number | null {
  const found = prices.find(({ destination }) => to.startsWith(destination))
  if (!found) return null
  const parts = channel === "sms" ? smsLength(joinPieces(text)).segments : 1
  return Math.min(found.price * parts, MOST_COST)
}

/** The mean price of a message to some people (a select of `profile_id`); null when none is known for any of them. */
export async function averagePriceFor(
  db: Db,
  channel: Channel,
  prices: SendingPrice[],
  people: SqlFragment
): Promise<number | null> {
  if (!prices.length) return null
  if (prices[0].destination === "") return prices[0].price
  const { sql, params } = averagePrice(people, prices)
  const row = await queryOne<{ price: number | null }>(db, sql, { ...params, channel })
  return row?.price ?? null
}
