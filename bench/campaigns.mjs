/**
 * Campaigns with many people waiting in them, on a PostgreSQL of its own:
 *
 *   npm run bench:campaigns -- [--people 1000000] [--campaigns 50] [--due 50000] [--seconds 10] [--rate 1000]
 */
import { spawn } from "node:child_process"
import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { startPostgres } from "../scripts/pg.mjs"

const ROOT = path.resolve(import.meta.dirname, "..")
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "engage-bench-"))
// A server started by root runs as another user, who has to be able to enter.
fs.chmodSync(folder, 0o755)
const postgres = await startPostgres({
  dataDir: path.join(folder, "data"),
  settings: { shared_buffers: "2GB", max_wal_size: "8GB", work_mem: "32MB" },
})
try {
  const measuring = path.join(ROOT, "bench/campaigns-measure.ts")
  const args = ["-r", "ts-node/register/transpile-only", measuring, ...process.argv.slice(2)]
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    stdio: "inherit",
    env: { ...process.env, DATABASE_URL: postgres.url },
  })
  process.exitCode = await new Promise((resolve) => child.once("exit", resolve))
} finally {
  await postgres.stop()
  fs.rmSync(folder, { recursive: true, force: true })
}
