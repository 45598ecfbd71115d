import { decodeTimeCursor, page } from "../../../lib/cursor"
import { type Db, query } from "../../../lib/db"
import { likePattern } from "../../../lib/like"
import type { PlanItem, PlanKind, PlanStanding, PlanThing } from "../../../types/calendar"
import type { CampaignTrigger } from "../../../types/campaign-trigger"
import { getBroadcast } from "../../campaign/broadcast/store"
import { nextEntry } from "../../campaign/triggers/next-entry"
import { broadcastNumbers } from "../broadcast/numbers"
import { LIST_PLAN } from "../sql/plan-list"

type Row = PlanThing &
  Pick<PlanItem, "id" | "name" | "channel" | "sent" | "opened" | "revenue"> & {
    trigger: CampaignTrigger | null
    next_at: Date | null
    large: boolean
    last_at: Date | null
    created_at: Date
  }

export type PlanQuery = {
  q?: string
  kind?: PlanKind
  status?: PlanStanding
  limit: number
  cursor?: string
}

/** A page of broadcasts and campaigns together, newest first; those put away only when they are asked for. */
export async function listPlan(
  db: Db,
  { q, kind, status, limit, cursor }: PlanQuery,
  clock: { now: Date; zone: string }
): Promise<{ items: PlanItem[]; next_cursor: string | null }> {
  const after = decodeTimeCursor(cursor)
  const rows = await query<Row>(db, LIST_PLAN, {
    q: q ? likePattern(q) : null,
    kind: kind ?? null,
    standing: status ?? null,
    after: after?.value ?? null,
    after_id: after?.id ?? null,
    limit: limit + 1,
  })
  const cut = page(rows, limit, (row) => ({ value: row.created_at.toISOString(), id: row.id }))
  for (const row of cut.rows) if (row.large) Object.assign(row, await keptOf(db, row.id))
  return { items: cut.rows.map((row) => present(row, clock)), next_cursor: cut.next_cursor }
}

/** What came of a large broadcast, as its report says it. */
async function keptOf(db: Db, id: string): Promise<Pick<PlanItem, "opened" | "revenue">> {
  const { numbers } = await broadcastNumbers(db, await getBroadcast(db, id))
  return { opened: numbers.counters.opened, revenue: numbers.money.revenue }
}

function present(
  { trigger, next_at, last_at, large: _, created_at: __, ...row }: Row,
  clock: { now: Date; zone: string }
): PlanItem {
  const times = [next_at?.toISOString(), row.status === "live" && trigger && dateOf(trigger, clock)]
  const [next = null] = times.filter((time): time is string => Boolean(time)).sort()
  return {
    ...row,
    trigger: trigger?.type ?? null,
    next_at: next,
    last_at: last_at?.toISOString() ?? null,
  }
}

/** When a trigger by date lets people in next. */
function dateOf(trigger: CampaignTrigger, clock: { now: Date; zone: string }): string | null {
  const timing = nextEntry({ trigger }, clock.now, clock)
  return timing.how === "date" ? timing.next_at : null
}
