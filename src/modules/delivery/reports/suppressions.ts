import { MedusaError } from "@medusajs/framework/utils"
import { decodeTimeCursor, page } from "../../../lib/cursor"
import { type Db, execute, query } from "../../../lib/db"
import { likePattern } from "../../../lib/like"
import { addressProblem, readAddress } from "../message/address"
import type { Channel } from "../../../types/common"
import type { Suppression, SuppressionReason } from "../../../types/deliverability"
import type { QualityProblem } from "../../../types/quality"
import { recheckAddresses, recheckProblem, recheckProfile } from "../../profile/quality/recheck"
import {
  ADD_SUPPRESSION,
  LIST_SUPPRESSIONS,
  RELEASE_BOUNCED_PERSON,
  RELEASE_BOUNCED_PROBLEM,
  RELEASE_SUPPRESSION,
} from "../sql/deliverability"

type Row = Omit<Suppression, "at"> & { at: Date }

/** A page of addresses that get nothing, the latest first. `q` is looked for anywhere in the address. */
export async function listSuppressions(
  db: Db,
  input: { q?: string; reason?: SuppressionReason; limit: number; cursor?: string }
): Promise<{ suppressions: Suppression[]; next_cursor: string | null }> {
  const after = decodeTimeCursor(input.cursor)
  const rows = await query<Row>(db, LIST_SUPPRESSIONS, {
    q: input.q ? likePattern(input.q) : null,
    reason: input.reason ?? null,
    after_at: after?.value ?? null,
    after_id: after?.id ?? null,
    limit: input.limit + 1,
  })
  const cut = page(rows, input.limit, (row) => ({
    value: row.at.toISOString(),
    id: `${row.channel} ${row.address}`,
  }))
  return {
    suppressions: cut.rows.map((row) => ({ ...row, at: row.at.toISOString() })),
    next_cursor: cut.next_cursor,
  }
}

/**
 * Has an address get nothing on the channel from now on, not even what is being sent. One that is suppressed already
 * keeps its reason.
 * @throws MedusaError `invalid_data` for what is no address
 */
export async function addSuppression(
  db: Db,
  input: { channel: Channel; address: string; note: string | null; actor: string; now: Date }
): Promise<void> {
  const { channel } = input
  const address = readAddress(channel, input.address.trim())?.toLowerCase()
  if (!address)
    throw new MedusaError(MedusaError.Types.INVALID_DATA, `address: ${addressProblem(channel)}`)
  await execute(db, ADD_SUPPRESSION, { ...input, address })
}

/**
 * Lets an address have messages again; what came back from it so far no longer counts.
 * @throws MedusaError `not_found` when it is not suppressed
 */
export async function releaseSuppression(
  db: Db,
  input: { channel: Channel; address: string; now: Date }
): Promise<void> {
  const { channel, now } = input
  const address = input.address.trim().toLowerCase()
  const released = await execute(db, RELEASE_SUPPRESSION, { channel, address })
  if (!released)
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `${input.address} is not among the suppressed`
    )
  const by = channel === "email" ? "email" : "phone"
  await recheckAddresses(db, { by, addresses: [address] }, now)
}

/**
 * Checks one person again: addresses are read anew, and bounces no longer count. Whoever complained, and whom staff has
 * blocked, still gets nothing.
 */
export async function checkPersonAgain(
  db: Db,
  profile: number,
  shop: { country?: string; timeZone: string },
  now: Date
): Promise<void> {
  await execute(db, RELEASE_BOUNCED_PERSON, { profile })
  await recheckProfile(db, profile, shop, now)
}

/**
 * Checks everybody again whose address cannot be used for one reason, as {@link checkPersonAgain} does; the sync loop reads them.
 * @returns how many people
 */
export async function checkProblemAgain(
  db: Db,
  problem: QualityProblem,
  now: Date
): Promise<number> {
  return db.transaction(async (trx) => {
    await execute(trx, RELEASE_BOUNCED_PROBLEM, problem)
    return recheckProblem(trx, problem, now)
  })
}
