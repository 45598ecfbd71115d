import type { BounceClass } from "../provider"

/** No such number, or one that takes no text messages. */
const DEAD = new Set([21211, 21214, 21217, 21614, 30005, 30006])
/** The phone is off, out of reach or full; the carrier has trouble. */
const PASSING = new Set([30001, 30003, 30008, 30009, 30010, 30017])

/** What one of Twilio's error codes says of the number. What is not known to be its fault is held against the sender. */
export function classOfCode(code: number): BounceClass {
  if (DEAD.has(code)) return "hard"
  return PASSING.has(code) ? "soft" : "sender"
}
