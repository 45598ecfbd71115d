import { type Db, query } from "../../../src/lib/db"
import { publicIds } from "../../../src/lib/public-id"
import { STATE } from "../../../src/modules/delivery/ledger/states"
import { checkInvariant, runProgress } from "../../../src/modules/delivery/ledger/progress"
import { openMessageToken } from "../../../src/modules/delivery/message/token"

/** Counts how often each message arrived, by its token. */
export class Arrivals {
  readonly times = new Map<string, number>()

  /** @param id - a token, or a Message-ID, which begins with one */
  note(id: string): void {
    const token = id.split("@")[0]
    this.times.set(token, (this.times.get(token) ?? 0) + 1)
  }

  get count(): number {
    return this.times.size
  }
}

/**
 * Holds what arrived against what the ledger of a completed run says: nothing arrived twice, whatever counts as sent has
 * arrived, whatever arrived counts as sent or as uncertain, and every frozen message has one end.
 */
export async function reconcile(db: Db, runId: number, arrivals: Arrivals) {
  const progress = await runProgress(db, runId)
  expect(await checkInvariant(db, new Date())).toEqual([])
  expect(progress.waiting).toBe(0)
  expect(progress.accepted + progress.failed + progress.skipped + progress.uncertain).toBe(
    progress.frozen
  )
  expect([...arrivals.times].filter(([, times]) => times > 1)).toEqual([])
  const inState = async (state: number) => {
    const rows = await query<{ id: number }>(
      db,
      `select profile_id::int as id from engage_message where run_id = :runId and state = :state`,
      { runId, state }
    )
    return new Set(rows.map(({ id }) => id))
  }
  const accepted = await inState(STATE.accepted)
  const uncertain = await inState(STATE.uncertain)
  const arrived = await profilesOf(db, runId, arrivals.times.keys())
  expect([...accepted].filter((id) => !arrived.has(id))).toEqual([])
  expect([...arrived].filter((id) => !accepted.has(id) && !uncertain.has(id))).toEqual([])
  return progress
}

async function profilesOf(db: Db, runId: number, tokens: Iterable<string>): Promise<Set<number>> {
  const ids = await publicIds(db)
  return new Set(
    [...tokens].map((token) => {
      const key = openMessageToken(ids, token)
      expect(key?.runId).toBe(runId)
      return key!.profileId
    })
  )
}
