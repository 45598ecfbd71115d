import { type Db, execute, query, queryOne } from "../../../lib/db"
import { joinPieces } from "../../../lib/pieces"
import { publicIds } from "../../../lib/public-id"
import type { OutgoingMessage } from "../../../providers/provider"
import type { InAppMessage } from "../../../types/in-app"
import { CORNER, type MessageCard } from "../../../types/content"
import { openMessageToken, messageToken } from "../message/token"
import { MARK_IN_APP, PROFILE_OF_VISITOR, STORE_IN_APP, WAITING_IN_APP } from "../sql/in-app"
import { ARRIVED } from "../sql/tracking"
import { recordEvent } from "../tracking/record"

const MOST_AT_ONCE = 20

type Row = Omit<InAppMessage, "id" | "at" | keyof MessageCard> & {
  run_id: number
  profile_id: number
  pass: number
  at: Date
  card: MessageCard
}

/** Lays messages out for `days`; those laid out before are left as they are. */
export async function storeInApp(db: Db, messages: OutgoingMessage[], days: number): Promise<void> {
  await execute(db, STORE_IN_APP, {
    days,
    runs: messages.map((m) => m.runId),
    profiles: messages.map((m) => m.profileId),
    passes: messages.map((m) => m.pass),
    ats: messages.map((m) => m.date),
    titles: messages.map((m) => m.subject),
    texts: messages.map((m) => joinPieces(m.text)),
    cards: messages.map((m) => JSON.stringify(m.card)),
  })
}

/**
 * What waits for a person, the oldest first; it counts as delivered from now on.
 * @param place - where in the shop it is to be shown; anywhere when left out
 */
export async function waitingInApp(
  db: Db,
  profile: number,
  now: Date,
  place: string | null = null
): Promise<InAppMessage[]> {
  const rows = await query<Row>(db, WAITING_IN_APP, { profile, now, place, limit: MOST_AT_ONCE })
  if (!rows.length) return []
  await execute(db, ARRIVED, {
    now,
    runs: rows.map((row) => row.run_id),
    profiles: rows.map((row) => row.profile_id),
    passes: rows.map((row) => row.pass),
  })
  const ids = await publicIds(db)
  return rows.map(({ run_id, profile_id, pass, at, card, ...row }) => ({
    id: messageToken(ids, { runId: run_id, profileId: profile_id, pass }),
    at: at.toISOString(),
    ...row,
    ...card,
    place: card.place ?? CORNER,
  }))
}

const KINDS = { seen: "opened", clicked: "clicked", dismissed: "dismissed" } as const
export type InAppAction = keyof typeof KINDS

/** Notes what a person did with a message. @returns whether there is such a message */
export async function actInApp(
  db: Db,
  id: string,
  action: InAppAction,
  now: Date
): Promise<boolean> {
  const key = openMessageToken(await publicIds(db), id)
  if (!key) return false
  const params = { run: key.runId, profile: key.profileId, pass: key.pass }
  if (!(await execute(db, MARK_IN_APP, { ...params, now, ends: action !== "seen" }))) return false
  await recordEvent(db, key, { kind: KINDS[action], verdict: "human", now })
  return true
}

/** The profile that a storefront's visitor is known to be, if any. */
export async function profileOfVisitor(db: Db, key: string): Promise<number | undefined> {
  return (await queryOne<{ id: number }>(db, PROFILE_OF_VISITOR, { key }))?.id
}
