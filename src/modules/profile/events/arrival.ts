import { type Db, query } from "../../../lib/db"
import type { Arrival } from "../../../types/overview"
import { ARRIVALS } from "./sql/arrival"

const DAY_MS = 86_400_000
/** A source that had events on so many of 14 days is one of which events are expected every day. */
const DAILY = 7

type Row = Omit<Arrival, "last_at" | "state"> & { last_at: Date | null; days: number }

/** When events last came in from each source, and whether that is too long ago for it. */
export async function arrivals(db: Db, now: Date): Promise<Arrival[]> {
  const today = now.toISOString().slice(0, 10)
  const rows = await query<Row>(db, ARRIVALS, { today })
  return rows.map(({ days, last_at, ...row }) => ({
    ...row,
    last_at: last_at?.toISOString() ?? null,
    state: arrivalState(last_at, days, now),
  }))
}

/**
 * `silent` is a source that had events on most days and none for a day; one that comes now and then is `quiet` instead.
 * @param days - on how many of the last 14 days it had any
 */
export function arrivalState(last: Date | null, days: number, now: Date): Arrival["state"] {
  if (!last) return "waiting"
  if (now.getTime() - last.getTime() <= DAY_MS) return "current"
  return days >= DAILY ? "silent" : "quiet"
}
