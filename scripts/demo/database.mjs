/** The demo's database: embedded or named by DATABASE_URL; migrated, seeded, and with an admin user. */
import { createHash } from "node:crypto"
import path from "node:path"
import pg from "pg"
import { seed } from "../../demo/seed/index.mjs"
import { startPostgres } from "../pg.mjs"
import { pluginFingerprint } from "../fingerprint.mjs"
import { runMedusa } from "./processes.mjs"
import { say, step } from "./progress.mjs"
import { ADMIN, DEMO } from "./settings.mjs"

const NAME = "engage_demo"
/** A demo that may hold a million customers on a small machine. */
const SETTINGS = {
  shared_buffers: "512MB",
  work_mem: "32MB",
  maintenance_work_mem: "256MB",
  max_wal_size: "4GB",
  checkpoint_timeout: "15min",
  wal_compression: "on",
  random_page_cost: 1.1,
}

/**
 * @param {string} dir folder of the demo
 * @returns {Promise<{url: string, key: string, close: () => Promise<void>}>} `key` names the database between starts
 */
export async function openDatabase(dir) {
  const given = process.env.DATABASE_URL
  if (given) {
    say("using the database of DATABASE_URL")
    const key = createHash("sha256").update(given).digest("hex").slice(0, 16)
    return { url: given, key, close: async () => {} }
  }
  const server = await step("starting PostgreSQL", () =>
    startPostgres({ dataDir: path.join(dir, "postgres"), settings: SETTINGS })
  )
  await withClient(server.url, async (client) => {
    const { rowCount } = await client.query("select from pg_database where datname = $1", [NAME])
    if (rowCount === 0) {
      await client.query(`create database ${NAME}`)
    }
  })
  return { url: server.url.replace(/postgres$/, NAME), key: "embedded", close: server.stop }
}

/** Migrates, seeds, and makes the admin user, each only if it is still to do. */
export async function prepareShop({ database, state, dir, env, customers }) {
  const fingerprint = pluginFingerprint()
  const migrated = (await isMigrated(database.url)) && state.migrated(database.key) === fingerprint
  if (!migrated) {
    await step("migrating the database", () =>
      runMedusa("migrate", ["db:migrate", "--execute-safe-links"], { cwd: DEMO, env })
    )
    state.setMigrated(database.key, fingerprint)
  }
  await refuseOtherShop(database.url)
  const unmatchedFile = path.join(dir, "unmatched-cancellations.csv")
  await step("seeding the shop", () =>
    seed({ url: database.url, customers, unmatchedFile, log: (text) => say(`  ${text}`) })
  )
  if (!(await hasAdmin(database.url))) {
    await step("making the admin user", () =>
      runMedusa("user", ["user", "-e", ADMIN.email, "-p", ADMIN.password], { cwd: DEMO, env })
    )
  }
}

async function isMigrated(url) {
  const { rows } = await withClient(url, (client) =>
    client.query("select to_regclass('public.order_item') as found")
  )
  return rows[0].found !== null
}

async function hasAdmin(url) {
  const sql = "select from provider_identity where entity_id = $1 and provider = 'emailpass'"
  const { rowCount } = await withClient(url, (client) => client.query(sql, [ADMIN.email]))
  return rowCount > 0
}

async function refuseOtherShop(url) {
  const sql = "select from store where id <> 'store_demo' and exists (select from product)"
  const { rowCount } = await withClient(url, (client) => client.query(sql))
  if (rowCount > 0) {
    throw new Error(
      "DATABASE_URL names the database of another shop: give the demo an empty database"
    )
  }
}

async function withClient(url, work) {
  const client = new pg.Client({ connectionString: url })
  try {
    await client.connect()
    return await work(client)
  } catch (error) {
    throw new Error(`The database does not answer as it should: ${error.message}`, { cause: error })
  } finally {
    await client.end().catch(() => {})
  }
}
