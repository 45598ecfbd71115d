import { type Db, execute, query } from "../../../lib/db"
import { DROP_NEWS, INSERT_NEWS, SET_WANTED, WANTED_KINDS } from "../sql/news"

/** What is written down only while somebody outside wants to hear of it. */
export const NEWS_KINDS = [
  "message.sent",
  "message.failed",
  "message.delivered",
  "campaign.step",
  "campaign.left",
  "order.attributed",
] as const
export type NewsKind = (typeof NEWS_KINDS)[number]

/** How long a process goes by what it knows, in ms: so long after somebody begins to listen, all of them do. */
const KNOWN_MS = 1_000

let known: { until: number; kinds: Set<string> } | undefined

/**
 * Whether somebody wants to hear of any of these. Asked on hot paths, so it asks the database at most once a second: while
 * nobody listens, that is all it costs.
 */
export async function anyWanted(db: Db, kinds: NewsKind[]): Promise<boolean> {
  const now = Date.now()
  if (!known || known.until <= now) {
    const rows = await query<{ kind: string }>(db, WANTED_KINDS)
    known = { until: now + KNOWN_MS, kinds: new Set(rows.map((row) => row.kind)) }
  }
  const { kinds: wanted } = known
  return kinds.some((kind) => wanted.has(kind))
}

/** {@link anyWanted} of one kind. */
export async function isWanted(db: Db, kind: NewsKind): Promise<boolean> {
  return anyWanted(db, [kind])
}

/** Writes down what happened, in the caller's transaction, if somebody wants to hear of it. */
export async function tell(trx: Db, kind: NewsKind, at: Date, data: object): Promise<void> {
  if (!(await isWanted(trx, kind))) return
  await execute(trx, INSERT_NEWS, { kind, at, data: JSON.stringify(data) })
}

/** Says what one follower wants to hear of from now on, in the caller's transaction. */
export async function wantNews(trx: Db, follower: string, kinds: NewsKind[]): Promise<void> {
  await execute(trx, SET_WANTED, { follower, kinds })
  known = undefined
}

/** Forgets news that everybody has heard long ago. */
export async function dropNews(db: Db, before: Date): Promise<void> {
  await execute(db, DROP_NEWS, { before })
}
