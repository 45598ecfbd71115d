import { type Db, execute, query, queryOne } from "../../../lib/db"
import { inTransaction } from "../../../lib/transaction"
import { CHANGED, FOLLOWS, SOURCES, type Source, SUBJECT } from "../shop/changes"
import { applyBatchSettings } from "../../../lib/bulk"
import { syncCustomers } from "./customers"
import { syncOrders } from "./orders"
import { syncProducts } from "./products"
import type { SyncSettings } from "./settings"

/** Rows read from a source in one transaction. */
const BATCH = 20_000

/**
 * How far a pass reaches back behind the newest row seen before. A transaction may commit rows that are older than ones
 * already read; one that stays open longer than this is caught by the daily reconciliation.
 */
const OVERLAP = "5 minutes"

/** One reader at a time: two could make two profiles of one new e-mail. */
export const LOCK = `select pg_advisory_xact_lock(hashtext('engage sync'))`
const TRY_LOCK = `select pg_try_advisory_xact_lock(hashtext('engage sync')) as locked`

type Watermark = { high_at: string; cursor_at: string | null; cursor_id: string | null }

const READ_WATERMARK = `
  select high_at::text, cursor_at::text, cursor_id from engage_watermark where source = :source for update
`
const CREATE_WATERMARKS = `
  insert into engage_watermark (source, high_at)
  select source, case when source = any(:followers::text[]) then clock_timestamp() else '-infinity' end
  from unnest(:sources::text[]) as source
  on conflict do nothing
`
const ADVANCE = `
  update engage_watermark
  set cursor_at = :at::timestamptz, cursor_id = :id, high_at = greatest(high_at, :at::timestamptz), rows = rows + :rows
  where source = :source
`
const FINISH = `
  update engage_watermark
  set cursor_at = null, cursor_id = null, passed_at = :now::timestamptz
  where source = :source
`
const DUE = `
  select source from engage_watermark
  where cursor_at is not null or passed_at is null or passed_at <= :before::timestamptz
`

/** Makes a watermark for each source. The first pass of a source that follows another starts now: see {@link FOLLOWS}. */
export async function createWatermarks(db: Db): Promise<void> {
  await execute(db, CREATE_WATERMARKS, { sources: SOURCES, followers: Object.keys(FOLLOWS) })
}

/** Sources in the middle of a pass, or whose last pass ended before `before`; in the order they must be read. */
export async function dueSources(db: Db, before: Date): Promise<Source[]> {
  const due = await query<{ source: Source }>(db, DUE, { before })
  return SOURCES.filter((source) => due.some((row) => row.source === source))
}

/**
 * Reads the next batch of one source's changes and commits it together with how far it got, so that a crash repeats at
 * most the batch in hand.
 * @param wait - whether to wait for another process that is reading, or to leave it the work
 * @returns `more` when the pass is not over
 */
export async function passBatch(
  db: Db,
  source: Source,
  settings: SyncSettings,
  now: Date,
  wait = false
): Promise<{ more: boolean; rows: number }> {
  return inTransaction(db, async (trx) => {
    await applyBatchSettings(trx)
    if (wait) await execute(trx, LOCK)
    else if (!(await queryOne<{ locked: boolean }>(trx, TRY_LOCK))?.locked)
      return { more: false, rows: 0 }

    const mark = await queryOne<Watermark>(trx, READ_WATERMARK, { source })
    if (!mark) return { more: false, rows: 0 }
    const rows = await query<{ id: string; at: string; subject: string | null }>(
      trx,
      CHANGED[source],
      {
        cursor_at: mark.cursor_at ?? (await reachBack(trx, mark.high_at)),
        cursor_id: mark.cursor_at ? mark.cursor_id : "",
        limit: BATCH,
      }
    )
    const last = rows.at(-1)
    if (last) {
      await readAgain(
        trx,
        source,
        rows.flatMap((row) => row.subject ?? []),
        settings
      )
      await execute(trx, ADVANCE, { source, at: last.at, id: last.id, rows: rows.length })
    }
    const more = rows.length === BATCH
    if (!more) await execute(trx, FINISH, { source, now })
    return { more, rows: rows.length }
  })
}

async function reachBack(db: Db, high: string): Promise<string> {
  const row = await queryOne<{ at: string }>(
    db,
    `select (:high::timestamptz - :overlap::interval)::text as at`,
    { high, overlap: OVERLAP }
  )
  return row!.at
}

/** Reads what the shop knows of some customers, orders or products, and brings our facts in line. */
export async function readAgain(
  db: Db,
  source: Source,
  ids: string[],
  settings: SyncSettings
): Promise<void> {
  const unique = [...new Set(ids)]
  const subject = SUBJECT[source]
  if (subject === "customer") await syncCustomers(db, unique, settings)
  else if (subject === "order") await syncOrders(db, unique, settings)
  else await syncProducts(db, unique)
}
