/**
 * A large file in and everybody out again: DATABASE_URL=… npm run bench:transfer -- [rows, 1000000]
 * On a database as for bench:segments. Half of the rows are people whom the shop knows. What is imported is undone afterwards.
 * Prints rows a second, beside Postgres' own copy of the same rows, and this process' memory by quarter of the time.
 */
import { parseOptions } from "../src/lib/options"
import { type Db, execute, query } from "../src/lib/db"
import { UploadImport } from "../src/api/admin/engage/imports/validators"
import { exportPages } from "../src/modules/transfer/export/stream"
import { importStep } from "../src/modules/transfer/import/run"
import { startImport, undoImport } from "../src/modules/transfer/import/steer"
import { createImport, getImport } from "../src/modules/transfer/import/store"
import { readUpload } from "../src/modules/transfer/import/upload"
import { KINDS } from "../src/modules/transfer/kinds/all"
import { connect } from "./connect"
import { describeMachine } from "./measure"

const ROWS = Number(process.argv[2] ?? 1_000_000)
const PIECE = 5_000
const OPTIONS = parseOptions({ currency: "gbp", country: "gb", timeZone: "Europe/London" })

async function* csvOf(known: string[]): AsyncGenerator<Buffer> {
  yield Buffer.from("E-mail,First name,Last name,City,Birthday,Phone\n")
  for (let from = 0; from < ROWS; from += PIECE) {
    const lines = Array.from({ length: Math.min(PIECE, ROWS - from) }, (_, i) => {
      const no = from + i
      const email = no % 2 ? `bench${no}@import.example` : known[(no / 2) % known.length]
      return `${email},First${no},Last${no},Leeds,1985-05-${10 + (no % 20)},`
    })
    yield Buffer.from(`${lines.join("\n")}\n`)
  }
}

/** Does work, and prints its speed and the memory it took by quarter. */
async function timed(what: string, rows: number, work: () => Promise<unknown>): Promise<void> {
  const memory: number[] = []
  const watch = setInterval(() => memory.push(process.memoryUsage().rss / 1e6), 200)
  const started = performance.now()
  await work()
  const seconds = (performance.now() - started) / 1_000
  clearInterval(watch)
  const quarter = Math.max(1, Math.floor(memory.length / 4))
  const means = [0, 1, 2, 3].map((i) => mean(memory.slice(i * quarter, (i + 1) * quarter)))
  console.log(
    `${what.padEnd(34)} ${seconds.toFixed(1).padStart(7)} s ${Math.round(rows / seconds)
      .toString()
      .padStart(8)} rows/s   memory ${means.join(", ")} MB`
  )
}

function mean(values: number[]): number {
  return Math.round(values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length))
}

async function finish(db: Db, id: string): Promise<void> {
  while (await importStep(db, OPTIONS, new Date()));
  const { status, counts } = await getImport(db, id)
  console.log(`  ${status}: ${JSON.stringify(counts)}`)
}

async function main(): Promise<void> {
  const { db } = connect()
  await describeMachine(db)
  const known = (
    await query<{ email: string }>(
      db,
      `select email from engage_profile where email is not null and removed_at is null order by id limit :half`,
      { half: Math.ceil(ROWS / 2) }
    )
  ).map(({ email }) => email)
  const { kind, settings } = UploadImport.parse({ kind: "profiles" })
  const record = await createImport(
    db,
    { kind, filename: "bench.csv", settings, actor: null },
    new Date()
  )
  await timed("read the file", ROWS, () =>
    readUpload(db, KINDS[kind], record, csvOf(known), undefined)
  )
  await timed("limit: the rows copied by hand", ROWS, () =>
    execute(
      db,
      `create temp table by_hand as select * from engage_import_row where import_no = :no`,
      { no: record.no }
    )
  )
  await startImport(db, KINDS[kind], record.id, new Date())
  await timed("import", ROWS, () => finish(db, record.id))
  let bytes = 0
  const everybody = await query<{ n: number }>(
    db,
    `select count(*)::int as n from engage_profile where removed_at is null`
  )
  await timed("export of everybody", everybody[0].n, async () => {
    const page = await exportPages(db, { kind: "profiles", format: "csv" }, null, "gbp")
    for (let after: number | null = 0; after !== null;) {
      const { text, next } = await page(after)
      bytes += text.length
      after = next
    }
  })
  console.log(`  ${(bytes / 1e6).toFixed(0)} MB`)
  await undoImport(db, record.id, new Date())
  await timed("undo", ROWS, () => finish(db, record.id))
  await db.destroy()
}

void main()
