import { timingSafeEqual } from "node:crypto"
import { NotSignedError } from "../provider"

/** How far a signed time may lie off, in ms: an old request cannot be played again. */
export const TOLERANCE_MS = 5 * 60_000

/** Whether two secrets are the same, in a time that tells nothing of where they differ. */
export function sameSecret(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/**
 * The body of a signed request as JSON.
 * @throws NotSignedError when it is none: nobody but a stranger sends such
 */
export function jsonBody(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"))
  } catch {
    throw new NotSignedError("the body is not JSON")
  }
}
