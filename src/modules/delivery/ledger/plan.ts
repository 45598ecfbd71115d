import type { SqlFragment } from "../../../lib/db"
import {
  type ClosedDays,
  type DayWindow,
  nextOpen,
  nextOpenDay,
  timeOf,
  zonedInstant,
} from "../../../lib/zoned-time"

const DAY_MS = 86_400_000
/** Further ahead than any message of a run may leave. */
const LONGEST_RUN_DAYS = 400

/** When the messages of a run are due, before the window of the day is looked at. */
export type PlanBase =
  | { at: Date }
  /** Wall time `YYYY-MM-DDTHH:mm`, each person's own. */
  | { wall: string }
  /** The best hour of each person from a wall time of their own on. */
  | { best: string }

/** At most so many people, or so many percent of those who could be written to, chosen by a hash. */
export type Limit = { kind: "count" | "percent"; value: number }

/** A share of the audience (in basis points) that gets one content, waits for the winner, or gets nothing. */
export type Segment = { share: number; role: "variant" | "waiting" | "held_out" }

/** People who get no marketing at all, by a hash of who they are. */
export type ControlGroup = {
  percent: number
  seed: number
  /** When the same people began to be in it, ISO; unknown for groups from before it was noted. */
  since?: string
}

/** How the audience of a run is spread over time and contents. */
export type SendPlan = {
  base: PlanBase
  /** IANA zone of people whose own is not known. */
  zone: string
  window: DayWindow | null
  /** Days, where the person lives, on which nothing is due; null for none. */
  closed: ClosedDays | null
  limit: Limit | null
  /** Groups that keep their shares under the limit: select of `profile_id` and `stratum`, each person once. */
  strata: SqlFragment | null
  control: ControlGroup | null
  /** People who had enough of its kind: select of `profile_id`, each once. */
  capped: SqlFragment | null
  /** Shares in order; their sum is 10,000. Empty for one content. */
  split: Segment[]
}

/** A plan of one content for everybody, due now. */
export function atOnce(now: Date): SendPlan {
  return {
    base: { at: now },
    zone: "UTC",
    window: null,
    closed: null,
    limit: null,
    strata: null,
    control: null,
    capped: null,
    split: [],
  }
}

/** Where somebody lives, and the best hour of their day; 0 where no plan asks for it. */
export type Place = { zone: string; hour: number }

/** When a message is due for somebody at a place: never before `now`, in the window of their day, and on no closed day. */
export function dueAt(
  plan: Pick<SendPlan, "base" | "window" | "closed">,
  { zone, hour }: Place,
  now: Date
): Date {
  const { base, window, closed } = plan
  const planned =
    "at" in base
      ? base.at
      : zonedInstant("wall" in base ? base.wall : atHour(base.best, hour), zone)
  const earliest = planned > now ? planned : now
  const open = window ? nextOpen(earliest, zone, window) : earliest
  return closed ? nextOpenDay(open, zone, closed) : open
}

/** The closed days of a plan from the day before `now` on, as far as a run can take; null for none. */
export function closedDaysOf({ closed }: Pick<SendPlan, "closed">, now: Date): string[] | null {
  if (!closed) return null
  const days = Array.from({ length: LONGEST_RUN_DAYS }, (_, i) =>
    new Date(now.getTime() + (i - 1) * DAY_MS).toISOString().slice(0, 10)
  ).filter(closed)
  return days.length ? days : null
}

/** The first wall time from `wall` on at which an hour begins. */
function atHour(wall: string, hour: number): string {
  const same = `${wall.slice(0, 10)}T${timeOf(hour * 60)}`
  if (same >= wall) return same
  const next = new Date(Date.parse(`${same}:00Z`) + DAY_MS)
  return next.toISOString().slice(0, 16)
}

/** Whether people in different zones may be due at different times. */
export function isZoned(plan: Pick<SendPlan, "base" | "window" | "closed">): boolean {
  return plan.window !== null || plan.closed !== null || !("at" in plan.base)
}

/** A slot of a run: messages that are due at one time with one content. */
export type Slot = { slot: number; due_at: Date; variant: number | null; held: boolean }

export type SlotPlan = {
  slots: Slot[]
  /** Position of each place's time; a place that is not among them has `fallback`. */
  places: Place[]
  times: number[]
  fallback: number
}

/**
 * The slots of a plan for people at some places: one for each time and each share of the split. Slot number = position of the
 * time × number of shares + position of the share.
 * @param hour - of people at no place that is known
 */
export function planSlots(plan: SendPlan, places: Place[], now: Date, hour = 0): SlotPlan {
  const due = [{ zone: plan.zone, hour }, ...places].map((place) =>
    dueAt(plan, place, now).getTime()
  )
  const times = [...new Set(due)].sort((a, b) => a - b)
  const shares = plan.split.length ? plan.split : [{ role: "variant" as const }]
  return {
    slots: times.flatMap((time, t) =>
      shares.map(({ role }, s) => ({
        slot: t * shares.length + s,
        due_at: new Date(time),
        variant: plan.split.length && role === "variant" ? s : null,
        held: role === "waiting",
      }))
    ),
    places,
    times: due.slice(1).map((time) => times.indexOf(time)),
    fallback: times.indexOf(due[0]),
  }
}

/** Upper bounds of all shares but the last, in basis points of the hash. */
export function splitBounds(split: Segment[]): number[] {
  let sum = 0
  return split.slice(0, -1).map(({ share }) => (sum += share))
}
