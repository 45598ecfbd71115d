import { addMilliseconds, addMinutes, max, min } from "date-fns"
import { type Db, queryOne } from "../../lib/db"
import type { Timing } from "../../rules/due"
import { NEXT_DAY } from "./sql/membership"

/** The instant that "now" means, the shop's time zone, and how often segments are looked at over everybody. */
export type Clock = { now: Date; zone: string; pace?: Pace }

/** Longest time between two looks over everybody, and shortest where windows of time keep closing. */
export type Pace = { fullEveryMin: number; gapMs: number }

const DEFAULT_PACE: Pace = { fullEveryMin: 60, gapMs: 60_000 }

/** Rules about facts that come without anybody saying so are computed again this often. */
const RESTLESS_MIN = 5

/** A segment is looked at over everybody by then in any case. */
export function latestDue({ now, pace = DEFAULT_PACE }: Clock): Date {
  return addMinutes(now, pace.fullEveryMin)
}

/**
 * When a segment has to be looked at over everybody again: as soon as time alone can change its answer, and every so
 * often in any case.
 */
export async function nextDue(db: Db, timing: Timing, clock: Clock): Promise<Date> {
  const { now, zone, pace = DEFAULT_PACE } = clock
  const dues = [latestDue(clock)]
  if (timing.restless) dues.push(addMinutes(now, RESTLESS_MIN))
  if (timing.daily) dues.push((await queryOne<{ at: Date }>(db, NEXT_DAY, { now, zone }))!.at)
  if (timing.moments) {
    const { at } = (await queryOne<{ at: Date | null }>(
      db,
      timing.moments.sql,
      timing.moments.params
    ))!
    if (at) dues.push(max([at, addMilliseconds(now, pace.gapMs)]))
  }
  return min(dues)
}
