import { MedusaError } from "@medusajs/framework/utils"
import { likePattern } from "../../../lib/like"
import { decodeNumberedTimeCursor, page } from "../../../lib/cursor"
import { type Db, query, queryOne } from "../../../lib/db"
import { publicIds } from "../../../lib/public-id"
import type { EventItem, Visit } from "../../../types/event"
import { PROFILE_ID } from "../read/row"
import { LOOSE_EVENTS_OF, listEvents, ONE_EVENT, STEPS_OF, VISITS_OF } from "./sql/read"

/** Steps of a visit that are read with it. */
const STEPS = 60

export type EventRow = {
  id: number
  name: string
  at: Date
  received_at: Date
  source: string
  message_id: string
  properties: Record<string, unknown>
  profile_id: number | null
  visitor_id: number | null
  session_id: number | null
  person: string | null
  email: string | null
}

type ListInput = {
  limit: number
  cursor?: string
  profile?: number
  names?: string[]
  source?: string
  /** ISO 8601; `to` itself is not included. */
  from?: string
  to?: string
  q?: string
}

/** The next entries of a person back in time: before a position, from an instant on, and with a text, if any. */
type PersonQuery = {
  profile: number
  before: string
  before_id: number
  since: string
  q: string | null
  limit: number
}

/** Events as the API gives them: numbers become sealed ids. */
export async function presentEvents(db: Db, rows: EventRow[]): Promise<EventItem[]> {
  const ids = await publicIds(db)
  return rows.map((row) => ({
    id: ids.seal("event", row.id, row.at.getTime()),
    name: row.name,
    at: row.at.toISOString(),
    received_at: row.received_at.toISOString(),
    source: row.source,
    message_id: row.message_id,
    properties: row.properties,
    profile:
      row.profile_id === null
        ? null
        : { id: ids.seal(PROFILE_ID, row.profile_id), name: row.person ?? row.email },
    visitor_id: row.visitor_id === null ? null : ids.seal("visitor", row.visitor_id),
    session_id: row.session_id === null ? null : ids.seal("visit", row.session_id),
  }))
}

/** Events newest first, filtered by any of person, names, source, period and text. */
export async function readEvents(
  db: Db,
  input: ListInput
): Promise<{ events: EventItem[]; next_cursor: string | null }> {
  const cursor = decodeNumberedTimeCursor(input.cursor)
  const statement = listEvents({
    profile: input.profile !== undefined,
    names: Boolean(input.names?.length),
    q: Boolean(input.q),
  })
  const rows = await query<EventRow>(db, statement, {
    before: cursor ? String(cursor.value) : "infinity",
    before_id: cursor?.id ?? 0,
    from: input.from ?? null,
    to: input.to ?? null,
    source: input.source ?? null,
    profile: input.profile,
    names: input.names,
    q: input.q && likePattern(input.q),
    limit: input.limit + 1,
  })
  const list = page(rows, input.limit, (row) => ({ value: row.at.toISOString(), id: row.id }))
  return { events: await presentEvents(db, list.rows), next_cursor: list.next_cursor }
}

/** One event. @throws MedusaError `not_found` */
export async function readEvent(db: Db, id: string): Promise<EventItem> {
  const numbers = (await publicIds(db)).open("event", id)
  const row =
    numbers?.length === 2 &&
    (await queryOne<EventRow>(db, ONE_EVENT, { id: numbers[0], at: new Date(numbers[1]) }))
  if (!row) throw new MedusaError(MedusaError.Types.NOT_FOUND, `Event with id ${id} was not found`)
  return (await presentEvents(db, [row]))[0]
}

/** Events of a profile that belong to no visit and are no orders, newest first. */
export async function looseEventsOf(db: Db, input: PersonQuery): Promise<EventItem[]> {
  return presentEvents(db, await query<EventRow>(db, LOOSE_EVENTS_OF, input))
}

type SessionRow = Omit<Visit, "id" | "started_at" | "last_at" | "seconds" | "utm" | "steps"> & {
  id: number
  started_at: Date
  last_at: Date
  utm_source: string | null
  utm_medium: string | null
  utm_campaign: string | null
  utm_term: string | null
  utm_content: string | null
}

/** Visits of a profile with their first steps, newest first. */
export async function visitsOf(db: Db, input: PersonQuery): Promise<Visit[]> {
  const rows = await query<SessionRow>(db, VISITS_OF, input)
  if (!rows.length) return []
  type Step = { session_id: number; at: Date; name: string; title: string | null }
  const steps = await query<Step>(db, STEPS_OF, {
    sessions: rows.map((row) => row.id),
    from: new Date(Math.min(...rows.map((row) => row.started_at.getTime()))),
    to: new Date(Math.max(...rows.map((row) => row.last_at.getTime()))),
    steps: STEPS,
  })
  const ids = await publicIds(db)
  return rows.map((row) => ({
    ...presentVisit(row),
    id: ids.seal("visit", row.id),
    steps: steps
      .filter((step) => step.session_id === row.id)
      .map(({ session_id: _, at: when, ...step }) => ({ ...step, at: when.toISOString() })),
  }))
}

function presentVisit(row: SessionRow): Omit<Visit, "id" | "steps"> {
  const {
    id: _,
    utm_source,
    utm_medium,
    utm_campaign,
    utm_term,
    utm_content,
    started_at,
    last_at,
    ...rest
  } = row
  return {
    ...rest,
    started_at: started_at.toISOString(),
    last_at: last_at.toISOString(),
    seconds: Math.round((last_at.getTime() - started_at.getTime()) / 1000),
    utm: {
      source: utm_source,
      medium: utm_medium,
      campaign: utm_campaign,
      term: utm_term,
      content: utm_content,
    },
  }
}
