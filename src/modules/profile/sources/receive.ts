import { subDays } from "date-fns"
import { type Db, execute, queryOne } from "../../../lib/db"
import { publicIds } from "../../../lib/public-id"
import type { EventOutcome, SourceMapping, SourceTrial } from "../../../types/event"
import { MAX_EVENTS, recordEvents } from "../events/record"
import { readServerEvent } from "../events/server-event"
import { mapDocument } from "./mapping"
import { FORGET_REQUESTS, INSERT_REQUEST } from "./sql/sources"
import type { SourceRow } from "./store"

const KEEP_REQUESTS = 500
const KEEP_DAYS = 30

/** Why a document yields nothing at all; else `undefined`. */
function documentProblem(events: unknown[]): string | undefined {
  if (!events.length) return "the mapping finds no event in it: check the path of the list"
  return events.length > MAX_EVENTS ? `more than ${MAX_EVENTS} events in one call` : undefined
}

/**
 * Stores the events of one call of a source, and the call itself for the console.
 * @param body - JSON text as it arrived
 * @returns what became of the events, and the call's number
 */
export async function receive(
  db: Db,
  source: Pick<SourceRow, "id" | "mapping">,
  body: string,
  now: Date,
  replayOf?: number
): Promise<EventOutcome & { request: number }> {
  const outcome = await store(db, source, body, now)
  const row = await queryOne<{ id: number }>(db, INSERT_REQUEST, {
    source: source.id,
    at: now,
    body: body.replaceAll("\0", "\uFFFD"),
    accepted: outcome.accepted,
    duplicates: outcome.duplicates,
    rejected: JSON.stringify(outcome.rejected),
    replay_of: replayOf ?? null,
  })
  await execute(db, FORGET_REQUESTS, {
    source: source.id,
    before: subDays(now, KEEP_DAYS),
    keep: KEEP_REQUESTS,
  })
  return { ...outcome, request: row!.id }
}

async function store(
  db: Db,
  source: Pick<SourceRow, "id" | "mapping">,
  body: string,
  now: Date
): Promise<EventOutcome> {
  const refuse = (reason: string) => ({
    accepted: 0,
    duplicates: 0,
    rejected: [{ index: 0, reason }],
  })
  const document = parse(body)
  if (document === undefined) return refuse("the body is not JSON")
  const events = mapDocument(document, source.mapping)
  const problem = documentProblem(events)
  return problem ? refuse(problem) : recordEvents(db, events, source.id, now)
}

/** What a mapping would make of a document. Stores nothing. */
export async function tryMapping(
  db: Db,
  body: string,
  mapping: SourceMapping,
  now: Date
): Promise<SourceTrial> {
  const document = parse(body)
  const events = document === undefined ? [] : mapDocument(document, mapping)
  const problem = document === undefined ? "the body is not JSON" : documentProblem(events)
  if (problem) return { events: [], rejected: [{ index: 0, reason: problem }] }
  const ids = await publicIds(db)
  const trial: SourceTrial = { events: [], rejected: [] }
  events.forEach((input, index) => {
    const read = readServerEvent(input, { ids, now, source: "trial" })
    if ("problem" in read) return trial.rejected.push({ index, reason: read.problem })
    const { name, at, messageId, person, properties } = read.event
    return trial.events.push({
      name,
      at: at.toISOString(),
      message_id: messageId,
      person: person?.value ?? null,
      properties,
    })
  })
  return trial
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
