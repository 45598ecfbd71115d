import { type Db, execute, query } from "../../../lib/db"
import type { Brake, Braked } from "../../../types/policy"
import { readState, writeState } from "../../profile/state"
import { pauseRun } from "../ledger/runs"
import { BRAKE_RUN, RUNS_UNDER_WAY } from "../sql/brake"

const KEY = "brake"

/**
 * Where mailbox providers begin to block a sender: Google asks for complaints below 0.3 %
 * (support.google.com/mail/answer/81126), Amazon SES puts an account under review at 5 % of bounces.
 */
const USUAL: Brake = { enabled: true, after: 500, bounce_percent: 5, complaint_percent: 0.3 }

/** When a broadcast is stopped by itself. */
export async function readBrake(db: Db): Promise<Brake> {
  return (await readState<Brake>(db, KEY)) ?? USUAL
}

/** Changes it, for broadcasts under way as well. */
export async function setBrake(db: Db, brake: Brake): Promise<void> {
  await writeState(db, KEY, brake)
}

/** Whether so many dead addresses or complaints are too many. Both shares are in percent of the messages tried. */
export function isTooBad(brake: Brake, { tried, dead, complained }: Omit<Braked, "at">): boolean {
  if (!brake.enabled || tried < brake.after) return false
  const percent = (count: number) => (count / tried) * 100
  return percent(dead) > brake.bounce_percent || percent(complained) > brake.complaint_percent
}

/**
 * Pauses the broadcasts of a provider of which too much comes back, before the sender's name is spoilt. Each is stopped once:
 * who lets it go on has seen the numbers.
 */
export async function brakeRuns(db: Db, provider: string, now: Date): Promise<void> {
  const brake = await readBrake(db)
  if (!brake.enabled) return
  const runs = await query<Omit<Braked, "at"> & { run_id: number }>(db, RUNS_UNDER_WAY, {
    provider,
    after: brake.after,
  })
  for (const { run_id: run, ...numbers } of runs.filter((one) => isTooBad(brake, one))) {
    const braked: Braked = { at: now.toISOString(), ...numbers }
    await db.transaction(async (trx) => {
      const changed = await execute(trx, BRAKE_RUN, { run, braked: JSON.stringify(braked) })
      if (changed) await pauseRun(trx, run)
    })
  }
}
