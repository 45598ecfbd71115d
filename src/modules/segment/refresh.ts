import { type Db, execute, queryOne } from "../../lib/db"
import { compileRules } from "../../rules/compile"
import type { RuleRegistry } from "../../rules/definitions"
import { timingOf } from "../../rules/due"
import { channelBit } from "../profile/consent/channel-bit"
import { inOrder, segmentsIn } from "./dependencies"
import { applyScanSettings } from "./preview"
import { loadRegistry } from "./registry"
import { type Clock, latestDue, nextDue } from "./schedule"
import {
  CLAIM_CHANGED,
  COUNT_CHANGED,
  DIFF_ALL,
  DIFF_CHANGED,
  FORGET_CHANGED,
  LOCK_SEGMENT,
  LOG_HISTORY,
  MAKE_FRESH,
  MOVE_STATISTICS,
  SAVE_DUE,
  SAVE_ERROR,
  SAVE_STATISTICS,
  STATISTICS_OF_FRESH,
  STATISTICS_OF_MEMBERS,
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
/** Numbers of a segment's history at a moment. */
type Point = Pick<Totals, "profiles" | "orders" | "revenue">

/** Longest that one segment may take; a rule dearer than this is reported on the segment. */
const REFRESH_TIMEOUT_MS = 300_000

/** Changed profiles taken at a time; with more than {@link ALL_FROM} waiting, everybody is looked at instead. */
const CHANGED_BATCH = 20_000
const ALL_FROM = 100_000

/** Members beyond which what they add up to is not counted after each change, but when it is older than so long. */
const LARGE = 20_000
const COUNT_EVERY_MS = 10 * 60_000

const CHANNEL_BITS = { email_bit: channelBit("email"), sms_bit: channelBit("sms") }

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
    await saveError(db, segment, error as Error, clock)
    throw error
  }
}

async function saveError(
  db: Db,
  { no }: SegmentRow,
  { message }: Error,
  clock: Clock
): Promise<void> {
  await execute(db, SAVE_ERROR, { no, now: clock.now, error: message, due_at: latestDue(clock) })
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
  await execute(trx, MAKE_FRESH(rule.matching), { ...rule.params, ...CHANNEL_BITS })
  await execute(trx, `analyze fresh`)
  const moved = (await queryOne<Moved>(trx, DIFF_ALL, {
    no: segment.no,
    now: clock.now,
    log: before.evaluated_at !== null,
    needed: await isAskedFor(trx, segment),
  }))!
  const totals = (await queryOne<Totals>(trx, STATISTICS_OF_FRESH))!
  // The surrounding transaction may refresh another segment next.
  await execute(trx, `drop table fresh`)
  await saveTotals(trx, segment, totals, clock.now, started)
  await logPoint(trx, segment, totals, moved, clock.now)
  const due_at = await nextDue(
    trx,
    timingOf(segment.rules, registry, clock, { until: latestDue(clock) }),
    clock
  )
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
      if (!segment.evaluated_at || segment.error || segment.archived_at) continue
      // A rule that cannot run must not hold up the others.
      await trx
        .transaction((point) => refreshOnlyChanged(point, segment, registry, clock))
        .catch((error) => saveError(trx, segment, error, clock))
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
  const rule = compileRules(segment.rules, registry, clock)
  const timing = timingOf(segment.rules, registry, clock, {
    until: latestDue(clock),
    scope: CHANGED,
  })
  // Whoever changes moves the others in a ranking.
  if (timing.ranked) {
    await refreshOverAll(db, segment, registry, clock)
    return
  }
  const params = { ...rule.params, ...CHANNEL_BITS }
  await execute(db, MAKE_FRESH(`${rule.matching} and p.id in (${CHANGED})`), params)
  const moved = (await queryOne<Moved>(db, DIFF_CHANGED, {
    no: segment.no,
    now: clock.now,
    log: true,
    needed: false,
  }))!
  await execute(db, `drop table fresh`)
  const point = isToBeCounted(segment, clock)
    ? await countMembers(db, segment, clock.now, started)
    : await moveTotals(db, segment, moved, clock.now, started)
  await logPoint(db, segment, point, moved, clock.now)
  const due_at = await nextDue(db, timing, clock)
  await execute(db, SAVE_DUE, { no: segment.no, due_at, only_sooner: true })
}

/** Adding up many members costs far more than looking at the few that changed. */
function isToBeCounted({ profiles, counted_at }: SegmentRow, { now }: Clock): boolean {
  if ((profiles ?? 0) <= LARGE || !counted_at) return true
  return Math.abs(now.getTime() - counted_at.getTime()) >= COUNT_EVERY_MS
}

/** Whether other segments' rules ask for this one, so that who moved has to be looked at there too. */
async function isAskedFor(db: Db, segment: SegmentRow): Promise<boolean> {
  return (await allSegments(db)).some((other) => segmentsIn(other.rules).includes(segment.id))
}

async function countMembers(
  db: Db,
  segment: SegmentRow,
  now: Date,
  started: number
): Promise<Point> {
  const { no } = segment
  const totals = (await queryOne<Totals>(db, STATISTICS_OF_MEMBERS, { no, ...CHANNEL_BITS }))!
  await saveTotals(db, segment, totals, now, started)
  return totals
}

async function saveTotals(
  db: Db,
  { no }: SegmentRow,
  totals: Totals,
  now: Date,
  started: number
): Promise<void> {
  await execute(db, SAVE_STATISTICS, { no, now, duration_ms: Date.now() - started, ...totals })
}

async function moveTotals(
  db: Db,
  { no }: SegmentRow,
  moved: Moved,
  now: Date,
  started: number
): Promise<Point> {
  const change = { no, now, duration_ms: Date.now() - started, ...moved }
  return (await queryOne<Point>(db, MOVE_STATISTICS, change))!
}

async function logPoint(
  db: Db,
  { no }: SegmentRow,
  { profiles, orders, revenue }: Point,
  moved: Moved,
  now: Date
): Promise<void> {
  await execute(db, LOG_HISTORY, { no, now, ...moved, profiles, orders, revenue })
}
