import { type Db, query } from "../../../lib/db"
import { RUNS } from "../sql/feeds"

type Row = { id: number; kind: string; ref: string; title: string; channel: string }

/** What sent a message. */
export type SentBy = { channel: string; source: string; source_id: string; title: string }

/** What sent the messages of some rows, by the number of the run. Tests are left out. */
export async function readRuns(trx: Db, rows: { run_id: number }[]): Promise<Map<number, SentBy>> {
  const ids = [...new Set(rows.map(({ run_id }) => run_id))]
  const found = ids.length ? await query<Row>(trx, RUNS, { ids }) : []
  return new Map(
    found.map(({ id, channel, kind, ref, title }) => [
      id,
      { channel, source: kind, source_id: ref, title },
    ])
  )
}
