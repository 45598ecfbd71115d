import { spawnSync } from "node:child_process"
import { rmSync } from "node:fs"
import { createRequire } from "node:module"
import { join } from "node:path"
import { throwAwayFolder } from "../../scripts/pg-host.mjs"
import { startPostgres } from "../../scripts/pg.mjs"

/** One throw-away Postgres for the whole run; Medusa's runner makes a database of its own in it for each suite. */
export default async function globalSetup() {
  const folder = throwAwayFolder("engage-test-")
  const postgres = await startPostgres({
    dataDir: join(folder, "data"),
    fast: true,
    temporary: true,
  })
  const remove = () => rmSync(folder, { recursive: true, force: true })
  globalThis.__engageStopPostgres = () => postgres.stop().then(remove)
  // A run that is broken off leaves nothing in memory either: the server hears of the end before its data goes.
  process.once("exit", remove)
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1))
  process.env.DB_HOST = "localhost"
  process.env.DB_PORT = String(postgres.port)
  process.env.DB_USERNAME = postgres.user
  process.env.DB_PASSWORD = postgres.password
  process.env.MEDUSA_DISABLE_TELEMETRY = "true"
  process.env.LOG_LEVEL ??= "error"
  makeTables(postgres.url.replace(/postgres$/, "template1"))
}

/** Makes the tables once in the database that every new one is a copy of, so that no suite has to. */
function makeTables(url) {
  const medusa = createRequire(import.meta.url).resolve("@medusajs/cli/cli.js")
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [medusa, "db:migrate", "--skip-scripts", "--execute-safe-links"],
    { encoding: "utf8", env: { ...process.env, DATABASE_URL: url } }
  )
  if (status !== 0) throw new Error(`medusa db:migrate failed:\n${stdout}\n${stderr}`)
}
