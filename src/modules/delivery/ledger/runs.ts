import { MedusaError } from "@medusajs/framework/utils"
import { type Db, execute, query, queryOne } from "../../../lib/db"
import { ensureMonthPartitions } from "../../../lib/partitions"
import { wake } from "../../../lib/wake"
import type { DayWindow } from "../../../lib/zoned-time"
import type { Channel } from "../../../types/common"
import { FOLLOWERS } from "../sql/cascade"
import { NOTE_ERROR } from "../sql/engine"
import { LOCK_RUN } from "../sql/freeze"
import {
  DROP_PACE,
  HALT_CHUNKS,
  INSERT_RUN,
  REOPEN_CHUNKS,
  REOPEN_RUN,
  RETRY_MESSAGES,
  RUN_BY_ID,
  SET_PACE,
  SET_STATUS,
} from "../sql/runs"
import { MESSAGE, MESSAGE_FILLFACTOR } from "../tables"
import { completeRuns } from "./complete"

/** `freezing` until its audience is written; `completed` and `cancelled` are ends. */
export type RunStatus = "freezing" | "sending" | "paused" | "cancelled" | "completed"

/** Whom the messages of a run come from. */
export type Sender = {
  name: string
  email: string
  replyTo?: string | null
  postalAddress?: string | null
  /** Who writes to people of a language or sales channel instead, in order; `null` for any. */
  rules?: { language: string | null; sales_channel_id: string | null; sender: Sender }[]
}

/** One occasion to send: one content to one audience on one channel. */
export type Run = {
  id: number
  /** When it started; part of the key of its messages. */
  started_at: Date
  kind: string
  /** What the occasion belongs to, such as a broadcast's id. */
  ref: string
  /** What it is called in the admin. */
  title: string
  channel: Channel
  topic: string | null
  provider: string
  content_id: number
  status: RunStatus
  is_test: boolean
  /** A test goes to this address, whoever it is rendered for. */
  test_to: string | null
  sender: Sender
  /** Minutes of the recipient's day in which messages may leave; null for any. */
  window_from: number | null
  window_to: number | null
  /** Days (`YYYY-MM-DD`), where the recipient lives, on which no message leaves; null for none. */
  closed_days: string[] | null
  /** After this many minutes past its time a message is not sent any more. */
  lifetime_minutes: number | null
  /** The run that it takes people over from. */
  follows: number | null
  frozen: number | null
  finished_at: Date | null
  last_error: string | null
}

export type NewRun = {
  kind: string
  ref: string
  title: string
  channel: Channel
  topic: string | null
  /** Name of the channel's provider. */
  provider: string
  contentId: number
  sender: Sender
  now: Date
  window?: DayWindow | null
  lifetimeMinutes?: number | null
  /** At most so many messages a minute. */
  perMinute?: number | null
  isTest?: boolean
  testTo?: string
  /** The run whose people it takes over when they are not reached within so long. */
  follows?: { run: number; afterMinutes: number }
}

/** Makes a run that waits for its audience. @returns its number */
export async function createRun(db: Db, run: NewRun): Promise<number> {
  await ensureMonthPartitions(db, MESSAGE, run.now, MESSAGE_FILLFACTOR)
  const row = await queryOne<{ id: number }>(db, INSERT_RUN, {
    now: run.now,
    kind: run.kind,
    ref: run.ref,
    title: run.title,
    channel: run.channel,
    topic: run.topic,
    provider: run.provider,
    content_id: run.contentId,
    status: "freezing",
    is_test: run.isTest ?? false,
    test_to: run.testTo ?? null,
    sender: JSON.stringify(run.sender),
    window_from: run.window?.from ?? null,
    window_to: run.window?.to ?? null,
    lifetime_minutes: run.lifetimeMinutes ?? null,
    follows: run.follows?.run ?? null,
    follow_after_minutes: run.follows?.afterMinutes ?? null,
  })
  if (run.perMinute) await setPace(db, row!.id, run.perMinute)
  return row!.id
}

/** Lets at most so many messages of a run leave a minute from now on; null for as many as the provider takes. */
export async function setPace(db: Db, runId: number, perMinute: number | null): Promise<void> {
  if (perMinute) await execute(db, SET_PACE, { run: runId, per_minute: perMinute })
  else await execute(db, DROP_PACE, { run: runId })
}

/** The run with this number. @throws MedusaError `not_found` */
export async function loadRun(db: Db, runId: number): Promise<Run> {
  const run = await queryOne<Run>(db, RUN_BY_ID, { run: runId })
  if (!run) throw new MedusaError(MedusaError.Types.NOT_FOUND, `Run ${runId} was not found`)
  return run
}

/**
 * Stops sending until {@link resumeRun}: no message is started after this returns; those the provider has are finished.
 * @throws MedusaError `not_allowed` unless the run is sending
 */
export async function pauseRun(db: Db, runId: number): Promise<void> {
  await db.transaction(async (trx) => {
    await changeStatus(trx, runId, ["sending"], "paused")
    await execute(trx, HALT_CHUNKS, { run: runId })
    await changeFollowers(trx, runId, ["freezing", "sending"], "paused")
  })
}

/** Goes on after {@link pauseRun}. @throws MedusaError `not_allowed` unless the run is paused */
export async function resumeRun(db: Db, runId: number): Promise<void> {
  await db.transaction(async (trx) => {
    await changeStatus(trx, runId, ["paused"], "sending")
    await changeFollowers(trx, runId, ["paused"], "sending")
    await wake(trx, "engage_deliver")
  })
}

/**
 * Stops for good: what was not started becomes skipped with the reason `cancelled`.
 * @throws MedusaError `not_allowed` unless the run is freezing, sending or paused
 */
export async function cancelRun(db: Db, runId: number, now: Date): Promise<void> {
  await db.transaction(async (trx) => {
    await changeStatus(trx, runId, ["freezing", "sending", "paused"], "cancelled")
    await execute(trx, HALT_CHUNKS, { run: runId })
    await changeFollowers(trx, runId, NOT_CANCELLED, "cancelled")
  })
  await completeRuns(db, now)
}

/** Has no other channel take over from a run any more; what waits for one becomes skipped with the reason `cancelled`. */
export async function cancelFollowers(db: Db, runId: number, now: Date): Promise<void> {
  await db.transaction((trx) => changeFollowers(trx, runId, NOT_CANCELLED, "cancelled"))
  await completeRuns(db, now)
}

/**
 * Sends again to those whom the provider refused; not to dead addresses, and never where the outcome is uncertain.
 * @returns how many messages wait again
 * @throws MedusaError `not_allowed` unless the run is completed and has such messages
 */
export async function retryFailed(db: Db, runId: number): Promise<number> {
  return db.transaction(async (trx) => {
    const run = await queryOne<{ status: RunStatus; started_at: Date }>(trx, LOCK_RUN, {
      run: runId,
    })
    if (run?.status !== "completed")
      refuse(runId, run?.status, "only a completed run can be retried")
    const messages = await execute(trx, RETRY_MESSAGES, { run: runId, run_at: run.started_at })
    if (!messages) refuse(runId, run.status, "nothing in it can be tried again")
    await execute(trx, REOPEN_CHUNKS, { run: runId })
    await execute(trx, REOPEN_RUN, { run: runId })
    await wake(trx, "engage_deliver")
    return messages
  })
}

/** Notes on a run what keeps it from going on; it shows in the run's progress. */
export async function noteRunError(db: Db, runId: number, error: string): Promise<void> {
  await execute(db, NOTE_ERROR, { run: runId, error })
}

/** What holds for a run holds for those that take over from it. */
/** A run that takes over is complete whenever nothing waits in it, and yet more may come. */
const NOT_CANCELLED: RunStatus[] = ["freezing", "sending", "paused", "completed"]

async function changeFollowers(
  db: Db,
  run: number,
  from: RunStatus[],
  status: RunStatus
): Promise<void> {
  for (const { id } of await query<{ id: number }>(db, FOLLOWERS, { run })) {
    await execute(db, SET_STATUS, { run: id, from, status })
    if (status !== "sending") await execute(db, HALT_CHUNKS, { run: id })
  }
}

async function changeStatus(
  db: Db,
  run: number,
  from: RunStatus[],
  status: RunStatus
): Promise<void> {
  if (await execute(db, SET_STATUS, { run, from, status })) return
  const found = await queryOne<Run>(db, RUN_BY_ID, { run })
  refuse(run, found?.status, `it has to be ${from.join(" or ")}`)
}

function refuse(run: number, status: RunStatus | undefined, why: string): never {
  if (!status) throw new MedusaError(MedusaError.Types.NOT_FOUND, `Run ${run} was not found`)
  throw new MedusaError(MedusaError.Types.NOT_ALLOWED, `Run ${run} is ${status}: ${why}`)
}
