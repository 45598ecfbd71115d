import type { Broadcast, Progress, Waiting } from "../../../types/broadcast"

type Subject = Pick<Broadcast, "status" | "collect_at">

/** Why what is left of a broadcast waits, and when it is likely to be over; `null` when nothing waits. */
export function waitingFor(
  { status, collect_at }: Subject,
  progress: Progress | null,
  now: Date
): Waiting | null {
  if (status === "scheduled") return { why: "schedule", until: collect_at, eta: null }
  if (status === "freezing") return { why: "audience", until: null, eta: null }
  if (!progress?.waiting) return null
  if (status === "paused") return { why: "paused", until: null, eta: null }
  if (status !== "sending") return null
  return { ...sendingReason(progress, now), eta: eta(progress, now) }
}

function sendingReason(progress: Progress, now: Date): Pick<Waiting, "why" | "until"> {
  if (progress.held === progress.waiting) return { why: "winner", until: null }
  if (progress.next_at && Date.parse(progress.next_at) > now.getTime()) {
    return { why: "hours", until: progress.next_at }
  }
  if (progress.per_minute) return { why: "limit", until: null }
  return { why: progress.last_error && !progress.rate ? "provider" : "queue", until: null }
}

/** By the slower of the limit and the speed of now, and not before the last planned time. */
function eta({ waiting, held, per_minute, rate, last_at }: Progress, now: Date): string | null {
  if (held) return null
  const seconds = per_minute ? (waiting / per_minute) * 60 : rate ? waiting / rate : null
  const planned = last_at ? Date.parse(last_at) : now.getTime()
  if (seconds === null && planned <= now.getTime()) return null
  return new Date(Math.max(planned, now.getTime() + (seconds ?? 0) * 1000)).toISOString()
}
