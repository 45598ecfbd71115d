import { mkdtempSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { startPostgres } from "../../scripts/pg.mjs"

/** One throw-away Postgres for the whole run; Medusa's runner makes a database of its own in it for each suite. */
export default async function globalSetup() {
  const postgres = await startPostgres({
    dataDir: join(mkdtempSync(join(tmpdir(), "engage-test-")), "data"),
    fast: true,
    temporary: true,
  })
  globalThis.__engagePostgres = postgres
  process.env.DB_HOST = "localhost"
  process.env.DB_PORT = String(postgres.port)
  process.env.DB_USERNAME = postgres.user
  process.env.DB_PASSWORD = postgres.password
  process.env.MEDUSA_DISABLE_TELEMETRY = "true"
  process.env.LOG_LEVEL ??= "error"
}
