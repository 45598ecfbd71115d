import { type Db, query, type SqlFragment } from "../../../lib/db"
import type { DayWindow } from "../../../lib/zoned-time"
import { BEST_HOURS, SHOP_SIGNS } from "../sql/best-hours"

const DAY_MS = 86_400_000
/** Signs older than this say little of today. */
const DAYS = 180
/** What the shop's habit weighs against a person's own signs: as much as five openings. */
const PRIOR = 5
/** Of hours that are as good, the nearest to this one. */
const MIDDLE = 10
const HOURS = Array.from({ length: 24 }, (_, hour) => hour)

/** At which hour of their day people of a shop are best written to. */
export type BestHours = {
  /** The shop's: of everybody of whom nothing better is known. */
  hour: number
  /** Hours that may be. */
  open: number[]
  /** Select of `profile_id` and `hour` of those who have another one. */
  people: SqlFragment
}

/** The share of each hour in what was done; all are the same where nothing was. */
export function sharesOf(weights: number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return weights.map((weight) => (sum ? weight / sum : 1 / weights.length))
}

/**
 * The hour with the highest score, where score(h) = own(h) + 5 · shop(h): `own` is what the person did in that hour of their
 * day in the last 180 days (1 for an opening, 2 for a click, both by people and not by machines, ½ for a purchase), `shop`
 * the hour's share in what everybody did. It is the additive (Dirichlet) smoothing of a person's hours with those of the
 * shop: five openings weigh as much as the shop's habit. Of equal hours it is the one with the higher share, then the one
 * nearest to 10, then the earlier.
 * @param own - 24 weights
 * @param shares - 24 shares, see {@link sharesOf}
 * @param open - hours that may be, at least one
 */
export function bestHour(own: number[], shares: number[], open: number[]): number {
  const score = (hour: number) => own[hour] + PRIOR * shares[hour]
  const better = (a: number, b: number) =>
    score(b) - score(a) ||
    shares[b] - shares[a] ||
    Math.abs(a - MIDDLE) - Math.abs(b - MIDDLE) ||
    a - b
  return [...open].sort(better)[0]
}

/** Hours whose beginning lies in a window of the day; all of them when none does. */
export function openHours(window: DayWindow | null): number[] {
  if (!window || window.from === window.to) return HOURS
  const { from, to } = window
  const found = HOURS.map((hour) => hour * 60).filter((minute) =>
    from < to ? minute >= from && minute < to : minute >= from || minute < to
  )
  return found.length ? found.map((minute) => minute / 60) : HOURS
}

/**
 * What is known at `now` of the best hours of a shop and its people, of those that a window of the day allows.
 * @param zone - of people whose own is not known
 */
export async function loadBestHours(
  db: Db,
  { zone, window }: { zone: string; window: DayWindow | null },
  now: Date
): Promise<BestHours> {
  const period = { since: new Date(now.getTime() - DAYS * DAY_MS), until: now, best_zone: zone }
  const rows = await query<{ hour: number; weight: number }>(db, SHOP_SIGNS, period)
  const weights = new Map(rows.map((row) => [row.hour, row.weight]))
  const shares = sharesOf(HOURS.map((hour) => weights.get(hour) ?? 0))
  const open = openHours(window)
  const hour = bestHour(new Array(24).fill(0), shares, open)
  return {
    hour,
    open,
    people: {
      sql: BEST_HOURS,
      params: {
        ...period,
        best_hour: hour,
        best_open: open,
        best_shares: shares,
        best_prior: PRIOR,
        best_middle: MIDDLE,
      },
    },
  }
}
