import { type Db, execute } from "../../../lib/db"
import { postWebhook, type WebhookSettings } from "../../../lib/webhook/post"
import { END_CALL, NOTE_FAILS, NOTE_WORKS } from "../sql/delivery"
import { restAfter, retryAfter, stopReason } from "./retry"

/** Characters of an answer that are kept. */
const KEPT = 2_000

/** Something to be told to one webhook. */
export type Call = {
  id: number
  webhook_id: string
  /** Times it was tried, this one included. */
  attempts: number
  event_id: number
  type: string
  at: Date
  data: unknown
  url: string
  secrets: string[]
  /** Calls in a row that failed before, and since when. */
  failures: number
  failing_since: Date | null
}

type Answer = { status: number | null; error: string | null; response: string | null }

/** The body of a call: the same each time it is tried. */
export function bodyOf({ type, at, data }: Pick<Call, "type" | "at" | "data">): string {
  return JSON.stringify({ type, timestamp: at.toISOString(), data })
}

/** The `webhook-id` of what happened: the same for each try and each webhook, so that whoever hears it twice can tell. */
export function eventId(id: number): string {
  return `evt_${id}`
}

/** Makes a call and writes down what came of it. Never throws for what the other side does. */
export async function makeCall(
  db: Db,
  call: Call,
  settings: WebhookSettings,
  now: () => Date
): Promise<void> {
  const at = now()
  const answer = await answerOf(call, settings, at)
  const end = now()
  const works = answer.error === null
  const later = works ? undefined : retryAfter(call.attempts)
  const state = works ? "done" : later === undefined ? "failed" : "waiting"
  await execute(db, END_CALL, {
    ...answer,
    id: call.id,
    at,
    now: end,
    ms: Math.max(0, end.getTime() - at.getTime()),
    state,
    later: later === undefined ? null : new Date(end.getTime() + later),
  })
  if (works) return void (await execute(db, NOTE_WORKS, { id: call.webhook_id }))
  const rest = restAfter(call.failures + 1)
  await execute(db, NOTE_FAILS, {
    id: call.webhook_id,
    now: end,
    rests: rest ? new Date(end.getTime() + rest) : null,
    stop: stopReason(answer.status, call.failing_since, end) ?? null,
  })
}

async function answerOf(call: Call, settings: WebhookSettings, now: Date): Promise<Answer> {
  const { url, secrets } = call
  try {
    const request = { url, secrets, id: eventId(call.event_id), body: bodyOf(call), now }
    const { status, text } = await postWebhook(request, settings)
    const works = status >= 200 && status < 300
    const response = text.replaceAll("\0", "").slice(0, KEPT)
    return { status, error: works ? null : `It answered ${status}`, response }
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException
    return { status: null, error: (message || String(code)).slice(0, 500), response: null }
  }
}
