const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** When what could not be told is tried again, and then given up: about three days in all. */
const RETRY_MS = [
  5 * SECOND,
  30 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
]

/** Calls in a row that may fail before only one at a time is tried. */
export const FEW_FAILURES = 5
const FIRST_REST_MS = 10 * SECOND
const LONGEST_REST_MS = 10 * MINUTE
/** A webhook that has failed for so long is stopped. */
const STOP_AFTER_MS = 72 * HOUR

/** How long after a failed attempt the next one is made, in ms; `undefined` when it is given up. */
export function retryAfter(attempts: number): number | undefined {
  return RETRY_MS[attempts - 1]
}

/** How long a webhook is left alone after so many failures in a row, in ms: what waits for it is not worn out meanwhile. */
export function restAfter(failures: number): number {
  if (failures < FEW_FAILURES) return 0
  return Math.min(LONGEST_REST_MS, FIRST_REST_MS * 2 ** (failures - FEW_FAILURES))
}

/** Why a webhook is stopped after a failure, or `undefined`. HTTP 410 says that nobody is there any more. */
export function stopReason(
  status: number | null,
  failingSince: Date | null,
  now: Date
): "gone" | "failing" | undefined {
  if (status === 410) return "gone"
  const since = failingSince?.getTime() ?? now.getTime()
  return now.getTime() - since >= STOP_AFTER_MS ? "failing" : undefined
}
