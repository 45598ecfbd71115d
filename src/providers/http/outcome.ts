import type { SendResult } from "../provider"
import type { HttpOutcome } from "./call"

type Answer = Extract<HttpOutcome, { kind: "answer" }>

/** Answers that say "not now": busy, out of quota, or a key that is wrong until somebody mends the configuration. */
const NOT_NOW = new Set([401, 402, 403, 429, 500, 503, 529])

/**
 * What a request that was not taken means for each message in it, or `undefined` when the API answered about the
 * messages themselves. A gateway's 502 or 504 leaves open whether the API behind it has the message.
 * @param api - the provider's name, for the error text
 * @param explain - the API's own words, from the answer's body
 */
export function refusal(
  api: string,
  outcome: HttpOutcome,
  explain: (body: unknown) => string
): SendResult | undefined {
  if (outcome.kind === "unknown") return { state: "uncertain", error: `${api}: ${outcome.error}` }
  if (outcome.kind === "unreachable") return notNow(`${api}: ${outcome.error}`, null)
  const error = `${api}: ${outcome.status} ${explain(outcome.body)}`.trim().slice(0, 500)
  if (NOT_NOW.has(outcome.status)) return notNow(error, retryAfterMs(outcome))
  if (outcome.status >= 300 && outcome.status < 400) return notNow(error, null)
  if (outcome.status > 500) return { state: "uncertain", error }
  return undefined
}

/**
 * What a success means whose answer is not the API's own: it took the message and its words got lost, or something on the way
 * has answered in its place.
 * @param api - the provider's name, for the error text
 */
export function unreadable(api: string, status: number): SendResult {
  return { state: "uncertain", error: `${api}: answered ${status}, but not in its own words` }
}

function notNow(error: string, retryMs: number | null): SendResult {
  return { state: "deferred", scope: "provider", retryAfterMs: retryMs, error }
}

/** What a 429 or 503 asks for, in ms: `Retry-After` in seconds or as a date, or `X-RateLimit-Reset` in Unix seconds. */
export function retryAfterMs(
  { headers }: Pick<Answer, "headers">,
  now = Date.now()
): number | null {
  const after = headers.get("retry-after")
  if (after && /^\d+(\.\d+)?$/.test(after)) return Number(after) * 1_000
  if (after && !Number.isNaN(Date.parse(after))) return Math.max(0, Date.parse(after) - now)
  const reset = Number(headers.get("x-ratelimit-reset"))
  return reset > 1e9 ? Math.max(0, reset * 1_000 - now) : null
}
