import { MedusaError } from "@medusajs/framework/utils"
import { type Db, execute, query } from "../../../lib/db"
import type { BroadcastStatus } from "../../../types/broadcast"
import { freezeRun } from "../../delivery/ledger/freeze"
import { cascadeResults } from "../../delivery/ledger/cascade"
import {
  cancelFollowers,
  cancelRun,
  loadRun,
  noteRunError,
  pauseRun,
  resumeRun,
  retryFailed,
} from "../../delivery/ledger/runs"
import { STATE } from "../../delivery/ledger/states"
import { readControlGroup } from "../../delivery/policy/control-group"
import {
  CLAIM_FREEZING,
  CLOSE_FINISHED,
  HOLD_BRAKED,
  POSTPONE_FREEZING,
  SET_STATUS,
} from "../sql/broadcast"
import { closedDays } from "../holidays/store"
import { refreshAudience } from "./audience"
import { cappedPeople, waitForOthers } from "./cap"
import { sendPlan, wholePlan } from "./plan"
import { type BroadcastRow, getBroadcast } from "./store"
import { unscheduleBroadcast } from "./start"

/**
 * Freezes the audience of a started broadcast from the shop as it is now. May be repeated after a crash: the ledger takes
 * an audience once. One that fails shows why and waits behind the others.
 * @returns whether there was one to freeze
 */
export async function freezeNext(db: Db, clock: { now: Date; zone: string }): Promise<boolean> {
  let claimed: BroadcastRow | undefined
  try {
    return await db.transaction(async (trx) => {
      ;[claimed] = await query<BroadcastRow>(trx, CLAIM_FREEZING)
      if (claimed) await freeze(trx, claimed, clock)
      return claimed !== undefined
    })
  } catch (error) {
    if (claimed) {
      await execute(db, POSTPONE_FREEZING, { id: claimed.id })
      await noteRunError(
        db,
        claimed.run_id!,
        `The audience cannot be frozen: ${(error as Error).message}`
      )
    }
    throw error
  }
}

async function freeze(
  db: Db,
  broadcast: BroadcastRow,
  clock: { now: Date; zone: string }
): Promise<void> {
  const run = await loadRun(db, broadcast.run_id!)
  if (run.status === "freezing") {
    const { audience, exclude } = await refreshAudience(db, broadcast, clock)
    await waitForOthers(db, broadcast)
    const context = {
      zone: clock.zone,
      control: await readControlGroup(db),
      capped: await cappedPeople(db, broadcast, clock),
      holidays: await closedDays(db),
    }
    const plan = sendPlan(wholePlan(broadcast.plan), context, clock.now)
    await freezeRun(db, run.id, audience, exclude, clock.now, plan)
  }
  await setStatus(db, broadcast.id, ["freezing"], "sending")
}

/** Ends the broadcasts whose last message has its result. @returns how many */
export async function closeFinished(db: Db): Promise<number> {
  return execute(db, CLOSE_FINISHED, { failed: STATE.failed, uncertain: STATE.uncertain })
}

/** Shows those as paused whose sending was stopped by itself. */
export async function holdBraked(db: Db): Promise<void> {
  await execute(db, HOLD_BRAKED)
}

/** Stops sending until it is resumed; at most the messages a provider has in hand still go out. */
export async function pauseBroadcast(db: Db, id: string): Promise<void> {
  const { run_id } = await started(db, id)
  await db.transaction(async (trx) => {
    await setStatus(trx, id, ["sending"], "paused")
    await pauseRun(trx, run_id)
  })
}

/** Goes on where it was paused. */
export async function resumeBroadcast(db: Db, id: string): Promise<void> {
  const { run_id } = await started(db, id)
  await db.transaction(async (trx) => {
    await setStatus(trx, id, ["paused"], "sending")
    await resumeRun(trx, run_id)
  })
}

/**
 * Stops for good; who has not been written to is skipped as cancelled. A scheduled broadcast becomes a draft again, and one
 * that is finished while other channels may still take over stays finished: they no longer do.
 */
export async function cancelBroadcast(db: Db, id: string, now: Date): Promise<void> {
  const { status } = await getBroadcast(db, id)
  if (status === "scheduled") return unscheduleBroadcast(db, id)
  const { run_id } = await started(db, id)
  const finished = status === "completed" || status === "partly_failed"
  if (finished && (await cascadeResults(db, run_id)).some(({ open }) => open))
    return cancelFollowers(db, run_id, now)
  await cancelRun(db, run_id, now)
  await setStatus(db, id, ["freezing", "sending", "paused"], "cancelled", now)
}

/** Sends again to those whom the provider refused for a reason that may have passed. */
export async function retryBroadcast(db: Db, id: string): Promise<void> {
  const { run_id } = await started(db, id)
  await db.transaction(async (trx) => {
    await retryFailed(trx, run_id)
    await setStatus(trx, id, ["partly_failed"], "sending")
  })
}

async function started(db: Db, id: string): Promise<{ run_id: number }> {
  const { run_id } = await getBroadcast(db, id)
  if (run_id === null) refuse("The broadcast has not been started")
  return { run_id: run_id! }
}

async function setStatus(
  db: Db,
  id: string,
  from: BroadcastStatus[],
  status: BroadcastStatus,
  finished_at: Date | null = null
): Promise<void> {
  if (await execute(db, SET_STATUS, { id, from, status, finished_at })) return
  refuse(
    `The broadcast is ${(await getBroadcast(db, id)).status}: it has to be ${from.join(" or ")}`
  )
}

function refuse(message: string): never {
  throw new MedusaError(MedusaError.Types.NOT_ALLOWED, message)
}
