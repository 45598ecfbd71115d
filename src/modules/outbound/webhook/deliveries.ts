import { MedusaError } from "@medusajs/framework/utils"
import { decodeCursor, page } from "../../../lib/cursor"
import { type Db, execute, query, queryOne } from "../../../lib/db"
import { wake } from "../../../lib/wake"
import type { WebhookSettings } from "../../../lib/webhook/post"
import type { DeliveryState } from "../../../types/webhook"
import type { OutboundEvent } from "../feed/catalogue"
import {
  DROP_EVENTS,
  INSERT_EVENTS,
  INSERT_ONE,
  LIST_ATTEMPTS,
  LIST_DELIVERIES,
  ONE_CALL,
  ONE_DELIVERY,
  REPLAY_FAILED,
  REPLAY_ONE,
} from "../sql/delivery"
import { type Call, makeCall } from "./call"

/** Only for trying a webhook out: nothing has happened. */
export const TEST_TYPE = "engage.webhook.test"
/** Events forgotten in one statement. */
const DROPPED = 10_000

export type DeliveryRow = {
  id: number
  event_id: number
  type: string
  at: Date
  state: DeliveryState
  attempts: number
  done_at: Date | null
  last_status: number | null
  last_error: string | null
  /** When it is tried next, while it waits. */
  not_before: Date
}
export type AttemptRow = {
  at: Date
  ms: number
  status: number | null
  error: string | null
  response: string | null
}

/** Notes what happened and whom it has to be told, in the caller's transaction. */
export async function noteEvents(trx: Db, events: OutboundEvent[], now: Date): Promise<void> {
  await execute(trx, INSERT_EVENTS, {
    now,
    types: events.map(({ type }) => type),
    times: events.map(({ at }) => at),
    data: events.map(({ data }) => JSON.stringify(data)),
  })
}

/** What was told to a webhook or waits to be, newest first. */
export async function listDeliveries(
  db: Db,
  webhook: string,
  input: { limit: number; cursor?: string; state?: DeliveryState; type?: string }
): Promise<{ rows: DeliveryRow[]; next_cursor: string | null }> {
  const rows = await query<DeliveryRow>(db, LIST_DELIVERIES, {
    webhook,
    before: decodeCursor(input.cursor)?.id ?? Number.MAX_SAFE_INTEGER,
    state: input.state ?? null,
    type: input.type ?? null,
    limit: input.limit + 1,
  })
  return page(rows, input.limit, (row) => ({ value: null, id: row.id }))
}

/** One delivery with what is sent and each try. @throws MedusaError `not_found` */
export async function getDelivery(
  db: Db,
  webhook: string,
  id: number
): Promise<DeliveryRow & { data: unknown; tries: AttemptRow[] }> {
  const row = await queryOne<DeliveryRow & { data: unknown }>(db, ONE_DELIVERY, { webhook, id })
  if (!row) notFound()
  return { ...row, tries: await query<AttemptRow>(db, LIST_ATTEMPTS, { id }) }
}

/** Has something told again. What waits already is left to its time. @throws MedusaError `not_found` */
export async function replay(db: Db, webhook: string, id: number, now: Date): Promise<void> {
  await getDelivery(db, webhook, id)
  await execute(db, REPLAY_ONE, { webhook, id, now })
  await wake(db, "engage_outbound")
}

/** Has everything told again that was given up, of what happened since some time. @returns how many deliveries that is */
export async function replayFailed(
  db: Db,
  webhook: string,
  since: Date,
  now: Date
): Promise<number> {
  const count = await execute(db, REPLAY_FAILED, { webhook, since, now })
  await wake(db, "engage_outbound")
  return count
}

/** Tries a webhook out at once, whether it is at rest or not. @returns the delivery's number */
export async function sendTest(
  db: Db,
  webhook: string,
  settings: WebhookSettings,
  now: Date
): Promise<number> {
  const until = new Date(now.getTime() + settings.timeoutMs + 30_000)
  const data = JSON.stringify({
    webhook_id: webhook,
    text: "This is a test. Nothing has happened.",
  })
  const made = await queryOne<{ id: number }>(db, INSERT_ONE, {
    ...{ webhook, now, until, data },
    type: TEST_TYPE,
  })
  const call = (await queryOne<Call>(db, ONE_CALL, { id: made!.id, now }))!
  // A test is not tried again: who asked for it sees what came of it.
  await makeCall(db, { ...call, attempts: Number.MAX_SAFE_INTEGER }, settings, () => new Date())
  return made!.id
}

/** Forgets what happened before some time, told or not. */
export async function dropOld(db: Db, before: Date): Promise<void> {
  while ((await execute(db, DROP_EVENTS, { before, limit: DROPPED })) === DROPPED);
}

function notFound(): never {
  throw new MedusaError(
    MedusaError.Types.NOT_FOUND,
    "This delivery was not found: deliveries are kept for 30 days"
  )
}
