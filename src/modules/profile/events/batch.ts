import { createHash } from "node:crypto"
import { type Db, execute, query } from "../../../lib/db"
import { type NewEvent, type PersonKey, type VisitPulse, visitCounts } from "./event"
import { noteFields } from "./fields"
import {
  CLAIM_KEYS,
  FIND_IDENTITIES,
  INSERT_EVENTS,
  INSERT_VISITORS,
  READ_VISITORS,
  UPSERT_SESSIONS,
} from "./sql/ingest"

type Visitor = { id: number; key: string; profile_id: number | null }
type Session = { id: number; visitor_id: number; key: string; profile_id: number | null }

/**
 * Writes events in one transaction: each message id of a source once, whoever sent it first.
 * @returns `fresh`: for every event whether it is new (`false`: it was there already, or twice in the list); `fields`:
 *   properties that were new, to be remembered in `knownFields`
 */
export async function writeBatch(
  db: Db,
  events: NewEvent[],
  pulses: VisitPulse[],
  now: Date,
  knownFields: ReadonlySet<string>
): Promise<{ fresh: boolean[]; fields: string[] }> {
  return db.transaction(async (trx) => {
    const fresh = await claimKeys(trx, events, now)
    const written = events.filter((_, i) => fresh[i])
    const people = await findPeople(trx, written)
    const visitors = await findVisitors(trx, written, pulses, people)
    const sessions = await touchSessions(trx, written, pulses, visitors)
    const rows = written.map((event) => {
      const visitor = visitors.get(visitorKey(event, people) ?? "")
      const session = event.visit && visitor && sessions.get(`${visitor.id} ${event.visit.key}`)
      return {
        at: event.at,
        profile_id:
          profileOf(event, people) ??
          (session ? session.profile_id : (visitor?.profile_id ?? null)),
        visitor_id: visitor?.id ?? null,
        session_id: session?.id ?? null,
        name: event.name.trim(),
        source: event.source,
        message_id: event.messageId,
        properties: event.properties,
      }
    })
    if (rows.length) await execute(trx, INSERT_EVENTS, { rows: JSON.stringify(rows), now })
    return { fresh, fields: await noteFields(trx, rows, knownFields) }
  })
}

/** The key under which a message of a source counts once: 128 bits, so that the index stays small. */
function keyOf({ source, messageId }: NewEvent): string {
  const hex = createHash("md5").update(`${source}\n${messageId}`).digest("hex")
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-")
}

async function claimKeys(db: Db, events: NewEvent[], now: Date): Promise<boolean[]> {
  if (!events.length) return []
  const keys = events.map(keyOf)
  const rows = await query<{ key: string }>(db, CLAIM_KEYS, { keys: [...new Set(keys)], now })
  const open = new Set(rows.map((row) => row.key))
  return keys.map((key) => open.delete(key))
}

const nameOf = ({ kind, value }: PersonKey) => `${kind}:${value}`

async function findPeople(db: Db, events: NewEvent[]): Promise<Map<string, number>> {
  const wanted = new Map(events.flatMap(({ person }) => (person ? [[nameOf(person), person]] : [])))
  if (!wanted.size) return new Map()
  const people = [...wanted.values()]
  const rows = await query<{ kind: string; value: string; profile_id: number }>(
    db,
    FIND_IDENTITIES,
    { kinds: people.map((p) => p.kind), values: people.map((p) => p.value) }
  )
  return new Map(rows.map((row) => [`${row.kind}:${row.value}`, row.profile_id]))
}

function profileOf({ person }: NewEvent, people: Map<string, number>): number | undefined {
  return person && people.get(nameOf(person))
}

/** Somebody whom nobody knows yet is a visitor under the name the caller gave, and is joined once the shop knows them. */
function visitorKey(event: NewEvent, people: Map<string, number>): string | undefined {
  if (event.visitor) return event.visitor
  return event.person && !people.has(nameOf(event.person)) ? nameOf(event.person) : undefined
}

async function findVisitors(
  db: Db,
  events: NewEvent[],
  pulses: VisitPulse[],
  people: Map<string, number>
): Promise<Map<string, Visitor>> {
  const seen = [
    ...pulses.map(({ visitor, at }) => ({ key: visitor, at })),
    ...events.flatMap((event) => {
      const key = visitorKey(event, people)
      if (!key) return []
      const claim = event.visitor ? undefined : event.person
      return [{ key, at: event.at, claim_kind: claim?.kind, claim_value: claim?.value }]
    }),
  ]
  if (!seen.length) return new Map()
  const keys = [...new Set(seen.map(({ key }) => key))]
  await execute(db, INSERT_VISITORS, { rows: JSON.stringify(seen) })
  const rows = await query<Visitor>(db, READ_VISITORS, { keys })
  return new Map(rows.map((row) => [row.key, row]))
}

async function touchSessions(
  db: Db,
  events: NewEvent[],
  pulses: VisitPulse[],
  visitors: Map<string, Visitor>
): Promise<Map<string, Session>> {
  const rows = new Map<string, ReturnType<typeof sessionRow>>()
  for (const { visitor: key, visit, at, name } of [
    ...events,
    ...pulses.map((pulse) => ({ ...pulse, name: undefined })),
  ]) {
    const visitor = key && visitors.get(key)
    if (!visitor || !visit) continue
    const id = `${visitor.id} ${visit.key}`
    const row = rows.get(id) ?? sessionRow(visitor, visit, at)
    rows.set(id, row)
    if (at < row.started_at) row.started_at = at
    if (at > row.last_at) row.last_at = at
    if (name === undefined) continue
    const counts = visitCounts(name)
    row.events += 1
    row.pages += counts.pages
    row.products += counts.products
    row.cart_actions += counts.cart_actions
  }
  if (!rows.size) return new Map()
  const sessions = await query<Session>(db, UPSERT_SESSIONS, {
    rows: JSON.stringify([...rows.values()]),
  })
  return new Map(sessions.map((session) => [`${session.visitor_id} ${session.key}`, session]))
}

function sessionRow(visitor: Visitor, visit: VisitPulse["visit"], at: Date) {
  return {
    visitor_id: visitor.id,
    key: visit.key,
    profile_id: visitor.profile_id,
    started_at: at,
    last_at: at,
    pages: 0,
    products: 0,
    cart_actions: 0,
    events: 0,
    ...visit.context,
  }
}
