/** Fills an empty, migrated Medusa database with the demo shop. */
import fs from "node:fs"
import path from "node:path"
import { fileURLToPath } from "node:url"
import pg from "pg"
import { dropIndexes } from "./indexes.mjs"
import { makeRows } from "./stage.mjs"

const SQL_DIR = path.join(path.dirname(fileURLToPath(import.meta.url)), "sql")
const CHUNK = 20_000
const COPIES_AT_ONCE = 12
const BASE = [
  "shop",
  "products",
  "customers",
  "derive",
  "orders",
  "refunds",
  "payments",
  "fulfillments",
  "carts",
]
const REPEATED = ["customers", "orders", "refunds"]

/**
 * Seeds the shop in one transaction; a database that has the shop already is left as it is.
 *
 * @param {object} options
 * @param {string} options.url of the database
 * @param {number} [options.customers] at least so many customers, made by repeating the real ones under other ids
 * @param {string} [options.unmatchedFile] where to write the cancellations that cancel nothing known, as CSV
 * @param {(text: string) => void} [options.log]
 * @returns {Promise<boolean>} whether it seeded
 */
export async function seed({ url, customers = 0, unmatchedFile, log = () => {} }) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    if ((await client.query("select from store where id = 'store_demo'")).rowCount > 0) {
      return false
    }
    await client.query("begin")
    await quicken(client)
    const indexes = await dropIndexes(client)
    await seedOnce(client, { unmatchedFile, log })
    await repeat(client, customers, log)
    log("building indexes")
    for (const statement of indexes) {
      await client.query(statement)
    }
    await client.query("commit")
    log("updating the planner's statistics")
    await client.query("analyze")
    return true
  } finally {
    await client.end()
  }
}

async function seedOnce(client, { unmatchedFile, log }) {
  const today = (
    await client.query("select (now() at time zone 'Europe/London')::date::text as today")
  ).rows[0].today
  log("reading the data set")
  const { tables, unmatched, cancellations } = makeRows(today)
  await run(client, "stage")
  await client.query("insert into stage_copy values (0, '', 0)")
  for (const [table, rows] of Object.entries(tables)) {
    log(`staging ${rows.length} rows of ${table.replace("stage_", "")}`)
    await load(client, table, rows)
  }
  for (const file of BASE) {
    log(`writing ${file}`)
    await run(client, file)
  }
  await client.query(
    "select setval('order_display_id_seq', (select max(display_id) from \"order\"))"
  )
  reportUnmatched(unmatched, cancellations, unmatchedFile, log)
}

async function repeat(client, customers, log) {
  const { rows } = await client.query(
    "select (select count(*) from stage_customer where not guest)::integer as people, (select count(*) from stage_order)::integer as orders"
  )
  const [{ people, orders }] = rows
  const copies = Math.ceil(customers / people) - 1
  if (copies < 1) {
    return
  }
  await run(client, "repeat")
  await run(client, "derive")
  for (let first = 1; first <= copies; first += COPIES_AT_ONCE) {
    const last = Math.min(first + COPIES_AT_ONCE - 1, copies)
    log(`repeating customers: ${last * people} of ${copies * people}`)
    await client.query("truncate stage_copy")
    await client.query(
      "insert into stage_copy select k, '_' || k, k * $3::integer from generate_series($1::integer, $2::integer) k",
      [first, last, orders]
    )
    for (const file of REPEATED) {
      await run(client, file)
    }
  }
  await client.query(
    "select setval('order_display_id_seq', (select max(display_id) from \"order\"))"
  )
}

/** Settings of this transaction only; foreign keys hold by construction, and only a superuser may skip their checks. */
async function quicken(client) {
  await client.query("set local synchronous_commit = off")
  await client.query("set local work_mem = '128MB'")
  await client.query("set local maintenance_work_mem = '256MB'")
  const { rows } = await client.query("select usesuper from pg_user where usename = current_user")
  if (rows[0]?.usesuper) {
    await client.query("set local session_replication_role = replica")
  }
}

async function load(client, table, rows) {
  for (let start = 0; start < rows.length; start += CHUNK) {
    const chunk = JSON.stringify(rows.slice(start, start + CHUNK))
    await client.query(
      `insert into ${table} select * from json_populate_recordset(null::${table}, $1)`,
      [chunk]
    )
  }
  await client.query(`analyze ${table}`)
}

async function run(client, file) {
  await client.query(fs.readFileSync(path.join(SQL_DIR, `${file}.sql`), "utf8"))
}

function reportUnmatched(unmatched, cancellations, file, log) {
  const invoices = new Set(unmatched.map((line) => line.cancellation)).size
  const pounds = unmatched.reduce((sum, line) => sum + line.quantity * line.pence, 0) / 100
  const where = file ? `, listed in ${file}` : ""
  log(
    `${unmatched.length} lines (GBP ${pounds.toFixed(2)}) on ${invoices} of ${cancellations} cancellations cancel nothing known${where}`
  )
  if (file) {
    const lines = unmatched.map(({ cancellation, customer, code, quantity, pence }) =>
      [cancellation, customer, code, quantity, (pence / 100).toFixed(2)].join(",")
    )
    fs.writeFileSync(
      file,
      ["cancellation,customer,stock_code,quantity,unit_price_gbp", ...lines, ""].join("\n")
    )
  }
}
