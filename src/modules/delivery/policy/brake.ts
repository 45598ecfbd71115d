import { type Db, execute, query, queryOne } from "../../../lib/db"
import type { Brake, Braked } from "../../../types/policy"
import { readState, writeState } from "../../profile/state"
import { pauseRun } from "../ledger/runs"
import { BRAKE_RUN, REFUSED_ADDRESSES, RUNS_UNDER_WAY } from "../sql/brake"

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

type UnderWay = {
  run_id: number
  accepted: number
  failed: number
  bounced: number
  complained: number
}

/**
 * Pauses the broadcasts of a provider of which too much comes back, before the sender's name is spoilt. Each is stopped once:
 * who lets it go on has seen the numbers.
 */
export async function brakeRuns(db: Db, provider: string, now: Date): Promise<void> {
  const brake = await readBrake(db)
  if (!brake.enabled) return
  for (const run of await query<UnderWay>(db, RUNS_UNDER_WAY, { provider })) {
    if (!mayBeTooBad(brake, run)) continue
    const numbers = await exactNumbers(db, run)
    if (isTooBad(brake, numbers)) await stop(db, run.run_id, { at: now.toISOString(), ...numbers })
  }
}

/** Whether it would be too bad if all that was refused were so because of its address: counting those takes long. */
function mayBeTooBad(brake: Brake, { accepted, failed, bounced, complained }: UnderWay): boolean {
  const worst = { tried: accepted + failed, dead: failed + bounced, complained }
  return isTooBad(brake, worst) || isTooBad(brake, { ...worst, tried: accepted })
}

async function exactNumbers(db: Db, run: UnderWay): Promise<Omit<Braked, "at">> {
  const refused = await queryOne<{ count: number }>(db, REFUSED_ADDRESSES, { run: run.run_id })
  const { accepted, bounced, complained } = run
  return { tried: accepted + refused!.count, dead: refused!.count + bounced, complained }
}

async function stop(db: Db, run: number, braked: Braked): Promise<void> {
  await db.transaction(async (trx) => {
    const changed = await execute(trx, BRAKE_RUN, { run, braked: JSON.stringify(braked) })
    if (changed) await pauseRun(trx, run)
  })
}
