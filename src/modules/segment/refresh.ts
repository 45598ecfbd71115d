import { type Db, execute, queryOne } from "../../lib/db"
import { compileRules } from "../../rules/compile"
import type { RuleRegistry } from "../../rules/definitions"
import { timingOf } from "../../rules/due"
import { channelBit } from "../profile/consent/channel-bit"
import { inOrder, segmentsIn } from "./dependencies"
import { applyScanSettings } from "./preview"
import { loadRegistry } from "./registry"
import { type Clock, errorDue, nextDue } from "./schedule"
import {
  CLAIM_CHANGED,
  COUNT_CHANGED,
  DIFF_ALL,
  DIFF_CHANGED,
  FORGET_CHANGED,
  LOCK_SEGMENT,
  LOG_HISTORY,
  SAVE_DUE,
  SAVE_ERROR,
  SAVE_STATISTICS,
  STATISTICS,
} from "./sql/membership"
import { allSegments, type SegmentRow } from "./store"

type Moved = { entered: number; left_count: number }
type Totals = {
  profiles: number
  orders: number
  revenue: number
  reachable_email: number
  reachable_sms: number
}

/** Longest that one segment may take; a rule dearer than this is reported on the segment. */
const REFRESH_TIMEOUT_MS = 300_000

/** Changed profiles taken at a time; with more than {@link ALL_FROM} waiting, everybody is looked at instead. */
const CHANGED_BATCH = 20_000
const ALL_FROM = 100_000

const CHANGED = "select profile_id from changed"

/**
 * Brings one segment's members in line with its rule, over everybody, and notes who entered and left. The first
 * computation notes no entries: nobody "entered" then, the segment was made.
 * @returns how many entered and left; a rule that cannot run leaves the members alone and its error on the segment
 */
export async function refreshSegment(db: Db, segment: SegmentRow, clock: Clock): Promise<Moved> {
  try {
    return await db.transaction(async (trx) => {
      await applyScanSettings(trx, REFRESH_TIMEOUT_MS)
      return refreshOverAll(trx, segment, await loadRegistry(trx), clock)
    })
  } catch (error) {
    await execute(db, SAVE_ERROR, {
      no: segment.no,
      now: clock.now,
      error: (error as Error).message,
      due_at: errorDue(clock),
    })
    throw error
  }
}

async function refreshOverAll(
  trx: Db,
  segment: SegmentRow,
  registry: RuleRegistry,
  clock: Clock
): Promise<Moved> {
  const started = Date.now()
  const before = await queryOne<{ evaluated_at: Date | null }>(trx, LOCK_SEGMENT, {
    no: segment.no,
  })
  if (!before) return { entered: 0, left_count: 0 }
  const rule = compileRules(segment.rules, registry, clock)
  await execute(trx, `create temp table fresh on commit drop as ${rule.sql}`, rule.params)
  await execute(trx, `analyze fresh`)
  const moved = (await queryOne<Moved>(trx, DIFF_ALL, {
    no: segment.no,
    now: clock.now,
    log: before.evaluated_at !== null,
    needed: await isAskedFor(trx, segment),
  }))!
  // The surrounding transaction may refresh another segment next.
  await execute(trx, `drop table fresh`)
  await saveStatistics(trx, segment.no, moved, clock.now, started)
  const due_at = await nextDue(trx, timingOf(segment.rules, registry, clock), clock)
  await execute(trx, SAVE_DUE, { no: segment.no, due_at, only_sooner: false })
  return moved
}

/**
 * Looks again at the profiles whose facts changed, in every segment.
 * @returns whether there may be more to do
 */
export async function refreshChanged(db: Db, clock: Clock): Promise<boolean> {
  const waiting = (await queryOne<{ n: number }>(db, COUNT_CHANGED, { limit: ALL_FROM }))!.n
  if (!waiting) return false
  if (waiting >= ALL_FROM) {
    await refreshAll(db, clock)
    return true
  }
  return db.transaction(async (trx) => {
    await applyScanSettings(trx, REFRESH_TIMEOUT_MS)
    await execute(trx, CLAIM_CHANGED, { limit: CHANGED_BATCH })
    await execute(trx, `analyze changed`)
    const registry = await loadRegistry(trx)
    for (const segment of inOrder(await allSegments(trx))) {
      if (segment.evaluated_at && !segment.error && !segment.archived_at)
        await refreshOnlyChanged(trx, segment, registry, clock)
    }
    return waiting > CHANGED_BATCH
  })
}

/** Every segment over everybody; what changed up to its start needs no second look. */
export async function refreshAll(db: Db, clock: Clock): Promise<void> {
  const started = (await queryOne<{ at: Date }>(db, `select clock_timestamp() as at`))!.at
  for (const segment of inOrder(await allSegments(db))) {
    if (!segment.archived_at) await refreshSegment(db, segment, clock).catch(() => undefined)
  }
  await execute(db, FORGET_CHANGED, { before: started })
}

async function refreshOnlyChanged(
  db: Db,
  segment: SegmentRow,
  registry: RuleRegistry,
  clock: Clock
): Promise<void> {
  const started = Date.now()
  const timing = timingOf(segment.rules, registry, clock, CHANGED)
  // Whoever changes moves the others in a ranking.
  if (timing.ranked) {
    await refreshOverAll(db, segment, registry, clock)
    return
  }
  const rule = compileRules(segment.rules, registry, clock)
  await execute(
    db,
    `create temp table fresh on commit drop as ${rule.sql} and p.id in (${CHANGED})`,
    rule.params
  )
  const moved = (await queryOne<Moved>(db, DIFF_CHANGED, {
    no: segment.no,
    now: clock.now,
    log: true,
    needed: false,
  }))!
  await execute(db, `drop table fresh`)
  await saveStatistics(db, segment.no, moved, clock.now, started)
  const due_at = await nextDue(db, timing, clock)
  await execute(db, SAVE_DUE, { no: segment.no, due_at, only_sooner: true })
}

/** Whether other segments' rules ask for this one, so that who moved has to be looked at there too. */
async function isAskedFor(db: Db, segment: SegmentRow): Promise<boolean> {
  return (await allSegments(db)).some((other) => segmentsIn(other.rules).includes(segment.id))
}

async function saveStatistics(
  db: Db,
  no: number,
  moved: Moved,
  now: Date,
  started: number
): Promise<void> {
  const totals = (await queryOne<Totals>(db, STATISTICS, {
    no,
    email_bit: channelBit("email"),
    sms_bit: channelBit("sms"),
  }))!
  await execute(db, SAVE_STATISTICS, { no, now, duration_ms: Date.now() - started, ...totals })
  await execute(db, LOG_HISTORY, { no, now, ...moved, ...totals })
}
