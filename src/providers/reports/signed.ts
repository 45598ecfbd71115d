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
export function jsonBody(body: Buffer): object {
  const value = fromJson(body.toString("utf8"))
  if (typeof value !== "object" || value === null)
    throw new NotSignedError("the body is not JSON of an object or a list")
  return value
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
