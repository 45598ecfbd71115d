import { MedusaError } from "@medusajs/framework/utils"
import { subHours } from "date-fns"
import { type Db, execute, query } from "../../../lib/db"
import type { BounceStorm } from "../../../types/deliverability"
import { recheckAddresses } from "../../profile/quality/recheck"
import { readState, writeState } from "../../profile/state"
import { END_STORM, LOCK_STORMS, STORMS } from "../sql/storms"

/** A day's dead addresses of one domain, from so many on. Fewer are looked at one by one. */
const LEAST = 50
const HOURS = 24
/** Until when the dead addresses of a domain were looked at by somebody who took them for dead. */
const KEY = "storms_seen"

type Storm = { domain: string; addresses: number; since: Date; until: Date }

/**
 * Mailbox providers that called many addresses dead within a day which had been alive before: mostly a fault of theirs. Such
 * addresses get nothing until somebody has decided, so that neither reputation nor people are lost.
 */
export async function bounceStorms(db: Db, now: Date): Promise<BounceStorm[]> {
  const seen = await readState<Record<string, string>>(db, KEY)
  const found = await query<Storm>(db, STORMS, { after: subHours(now, HOURS), least: LEAST })
  return found
    .map((storm) => ({
      ...storm,
      since: storm.since.toISOString(),
      until: storm.until.toISOString(),
    }))
    .filter(({ domain, until }) => until > (seen?.[domain] ?? ""))
}

/**
 * Ends a storm: its addresses have messages again and what came back no longer counts, or they stay dead and nobody is asked
 * about them again.
 * @returns how many addresses have messages again
 * @throws MedusaError `not_found` when there is none at the domain
 */
export async function endStorm(
  db: Db,
  { domain, dead, now }: { domain: string; dead: boolean; now: Date }
): Promise<number> {
  return db.transaction(async (trx) => {
    // Of two who decide at once the second finds what the first has decided.
    await execute(trx, LOCK_STORMS)
    const storm = (await bounceStorms(trx, now)).find((one) => one.domain === domain)
    if (!storm)
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `domain: not so many addresses of ${domain} came back within a day, or somebody has decided about them already`
      )
    const { since, until } = storm
    if (dead) {
      const seen = await readState<Record<string, string>>(trx, KEY)
      await writeState(trx, KEY, { ...seen, [domain]: until })
      return 0
    }
    const released = await query<{ address: string }>(trx, END_STORM, { domain, since, until })
    const addresses = released.map(({ address }) => address)
    await recheckAddresses(trx, { by: "email", addresses }, now)
    return addresses.length
  })
}
