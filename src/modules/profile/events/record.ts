import { z } from "@medusajs/framework/zod"
import type { Db } from "../../../lib/db"
import { publicIds } from "../../../lib/public-id"
import type { EventOutcome } from "../../../types/event"
import type { NewEvent } from "./event"
import { readServerEvent } from "./server-event"
import { eventWriter } from "./writer"

/** Most events of one call. */
export const MAX_EVENTS = 1_000

/** A call of a trusted server. */
export const RecordEvents = z.strictObject({
  /** Each is checked by itself, so that one bad event does not cost the others. */
  events: z.array(z.unknown()).min(1).max(MAX_EVENTS),
})
export type RecordEvents = z.infer<typeof RecordEvents>

/**
 * Stores events that a trusted server sends. A bad one is refused alone, by its place in the list, and the rest are kept.
 * When the promise resolves, what was accepted is committed.
 * @param source - `server`, or the id of an inbound source
 * @throws MedusaError `conflict` when the server is flooded
 */
export async function recordEvents(
  db: Db,
  inputs: unknown[],
  source: string,
  now: Date
): Promise<EventOutcome> {
  const ids = await publicIds(db)
  const read = inputs.map((input) => readServerEvent(input, { ids, now, source }))
  const rejected: EventOutcome["rejected"] = []
  const good: { event: NewEvent; index: number }[] = []
  read.forEach((one, index) => {
    if ("problem" in one) rejected.push({ index, reason: one.problem })
    else good.push({ event: one.event, index })
  })
  const outcome = await eventWriter(db).write(
    good.map(({ event }) => event),
    now
  )
  const late = outcome.rejected.map(({ index, reason }) => ({ index: good[index].index, reason }))
  return { ...outcome, rejected: [...rejected, ...late].sort((a, b) => a.index - b.index) }
}
