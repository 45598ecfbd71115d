import { type Db, execute, query, queryOne } from "../../../lib/db"
import { dueAt } from "../ledger/plan"
import { loadRun, type Run, type Sender } from "../ledger/runs"
import { SKIP } from "../ledger/states"
import {
  CLOSED_NOW,
  GIVE_BACK,
  LOCK_SLOTS,
  putOff,
  SKIP_WAITING,
  SLOT_BY_KEY,
  TAKE_TURN,
  ZONES_OF_CHUNK,
} from "../sql/chunk"
import { obeyFrequency } from "../policy/frequency"
import { applyPolicy, rulesFor } from "../policy/judge"
import { listRules } from "../policy/rules"
import type { Chunk } from "./chunk"

/** A run with a limit hands out this share of a minute at a time. */
const TURNS_A_MINUTE = 6

/** The parameters of a chunk's messages. */
export function rangeOf(chunk: Chunk) {
  const { run_id, run_at, first_profile, last_profile, slot } = chunk
  return { run_id, run_at, first_profile, last_profile, slot }
}

/** How many messages may be handed out at once: all of them, unless the run has a limit. */
export function burstOf({ per_minute, size }: Chunk): number {
  return per_minute ? Math.max(1, Math.floor(per_minute / TURNS_A_MINUTE)) : size
}

/** Whether it is the turn of the chunk's run, if it has a limit; a chunk that comes too early is given back. */
export async function takeTurn(db: Db, chunk: Chunk): Promise<boolean> {
  if (!chunk.per_minute || (await execute(db, TAKE_TURN, { run: chunk.run_id }))) return true
  await execute(db, GIVE_BACK, { id: chunk.id })
  return false
}

/**
 * The chunk's run with the content and sender of its slot, and the time its messages were planned for. Messages that have
 * outlived it are skipped.
 */
export async function loadContentOf(db: Db, chunk: Chunk): Promise<{ run: Run; planned: Date }> {
  const run = await loadRun(db, chunk.run_id)
  const { run_id, slot } = chunk
  const found = await queryOne<{
    due_at: Date
    content_id: number | null
    sender: Sender | null
    expired: boolean
  }>(db, SLOT_BY_KEY, { run_id, slot })
  if (found?.expired) await execute(db, SKIP_WAITING, { ...rangeOf(chunk), reason: SKIP.expired })
  return {
    run: {
      ...run,
      content_id: found?.content_id ?? run.content_id,
      sender: found?.sender ?? run.sender,
    },
    planned: found?.due_at ?? run.started_at,
  }
}

/** Holds the messages of a chunk against what people wish and against the contact policy. */
export async function obeyPolicy(
  db: Db,
  chunk: Chunk,
  { run, planned }: { run: Run; planned: Date },
  zone: string
): Promise<void> {
  await obeyFrequency(db, rangeOf(chunk), run, new Date())
  const rules = rulesFor(await listRules(db), run)
  if (!rules.length) return
  const quiet = rules.some(({ type }) => type === "quiet")
  const zones = quiet ? await zonesOf(db, chunk, zone) : []
  const work = { id: chunk.id, range: rangeOf(chunk), run, planned }
  await applyPolicy(db, rules, work, { now: new Date(), zone, zones })
}

/**
 * Puts off those of a chunk for whom it is too early or too late in the day, or a closed day, to when their day begins: a
 * run that takes long may come to where it was not planned to be.
 */
export async function putOffClosed(
  db: Db,
  chunk: Chunk,
  { window_from, window_to, closed_days }: Run,
  zone: string
): Promise<void> {
  const now = new Date()
  const plan = {
    base: { at: now },
    window:
      window_from === null || window_to === null ? null : { from: window_from, to: window_to },
    closed: closed_days && ((day: string) => closed_days.includes(day)),
  }
  if (!plan.window && !plan.closed) return
  const closed = (await zonesOf(db, chunk, zone))
    .map((one) => ({ zone: one, opens: dueAt(plan, { zone: one, hour: 0 }, now) }))
    .filter(({ opens }) => opens > now)
  if (!closed.length) return
  await execute(db, LOCK_SLOTS, { run_id: chunk.run_id })
  await execute(db, putOff(CLOSED_NOW), {
    ...rangeOf(chunk),
    zone,
    id: chunk.id,
    zones: closed.map((one) => one.zone),
    opens: closed.map((one) => one.opens),
  })
}

/** Zones in which the recipients of a chunk live; `zone` for those whose own is not known. */
async function zonesOf(db: Db, chunk: Chunk, zone: string): Promise<string[]> {
  const rows = await query<{ zone: string }>(db, ZONES_OF_CHUNK, { ...rangeOf(chunk), zone })
  return rows.map((row) => row.zone)
}
