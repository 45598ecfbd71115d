import type { BounceClass } from "../provider"

/** RFC 3463 and 7505 statuses that speak of an address that will never take mail. */
const DEAD = /^5\.(1\.[01236]|1\.10|2\.1|4\.4|7\.13|7\.17)$/
/** The mailbox or its server cannot take it now: full, busy, looping, or given up after days of trying. */
const PASSING = /^[45]\.(2\.[0234]|3\.\d+|4\.[0-9]+)$/

/**
 * What a bounce with this RFC 3463 status means. Whatever is not known to be the address's fault is held against the
 * sender: a wrong guess there loses a customer, a wrong guess here one more message.
 */
export function classOfStatus(status: string | null): BounceClass {
  if (!status) return "soft"
  if (DEAD.test(status)) return "hard"
  if (status.startsWith("4.") && !status.startsWith("4.7.")) return "soft"
  if (PASSING.test(status)) return "soft"
  return "sender"
}

/** The first RFC 3463 status in a server's words, or `null`. */
export function statusIn(text: string): string | null {
  return /(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.])/.exec(text)?.[1] ?? null
}
