import type { Db } from "../../../lib/db"
import { csv } from "../export/stream"
import { type ImportRecord, listRows } from "./store"

const PAGE = 1_000

/** The refused rows as they came, each with its number and the reason: to be mended and imported again. */
export async function* refusedText(db: Db, record: ImportRecord): AsyncGenerator<string> {
  yield "\uFEFF" + csv([[...record.columns, "Row", "Why it was refused"]])
  for (let after = 0; ;) {
    const rows = await listRows(db, record, { outcome: "refused", after, limit: PAGE })
    if (!rows.length) return
    yield csv(
      rows.map(({ row, cells, message }) => [
        ...record.columns.map((_, i) => cells[i] ?? ""),
        String(row),
        message ?? "",
      ])
    )
    after = rows.at(-1)!.row
  }
}
