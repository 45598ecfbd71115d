import { subYears } from "date-fns"
import { isStorable, UNSTORABLE_SAYS } from "../../../lib/storable"

const MAX_NAME = 100
const MAX_MESSAGE_ID = 200
const MAX_BYTES = 16_384
const MAX_DEPTH = 8
const MAX_AHEAD_MS = 24 * 3600_000
const MAX_AGE_YEARS = 20

type Checked = {
  name: string
  at: Date
  messageId: string
  properties: Record<string, unknown>
}

/** Why an event cannot be kept, in words that tell the fix; `undefined` when it can. */
export function eventProblem({ name, at, messageId, properties }: Checked, now: Date) {
  if (!name.trim()) return "name: must not be empty"
  if (name.length > MAX_NAME) return `name: at most ${MAX_NAME} characters`
  if (!messageId || messageId.length > MAX_MESSAGE_ID)
    return `message_id: 1 to ${MAX_MESSAGE_ID} characters`
  if (!isStorable(name) || !isStorable(messageId)) return `name, message_id: ${UNSTORABLE_SAYS}`
  if (Number.isNaN(at.getTime())) return "at: must be an ISO 8601 time such as 2026-01-31T12:00:00Z"
  if (at.getTime() > now.getTime() + MAX_AHEAD_MS) return "at: more than a day in the future"
  if (at < subYears(now, MAX_AGE_YEARS)) return `at: more than ${MAX_AGE_YEARS} years ago`
  return valueProblem(properties, 1) ?? sizeProblem(properties)
}

function sizeProblem(properties: Record<string, unknown>): string | undefined {
  const bytes = Buffer.byteLength(JSON.stringify(properties))
  return bytes > MAX_BYTES ? `properties: ${bytes} bytes, at most ${MAX_BYTES}` : undefined
}

function valueProblem(value: unknown, depth: number): string | undefined {
  if (typeof value === "string")
    return isStorable(value) ? undefined : `properties: ${UNSTORABLE_SAYS}`
  if (typeof value !== "object" || value === null) return undefined
  if (depth > MAX_DEPTH) return `properties: nested more than ${MAX_DEPTH} deep`
  for (const [key, inner] of Object.entries(value)) {
    const problem = valueProblem(key, depth) ?? valueProblem(inner, depth + 1)
    if (problem) return problem
  }
  return undefined
}
