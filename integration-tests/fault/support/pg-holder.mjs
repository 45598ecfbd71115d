/**
 * Holds a durable Postgres on a folder: says its address on a line of JSON, and waits for a word. `crash` kills it as a
 * power cut does and leaves the data, `stop` ends it and takes the data away.
 */
import { readFileSync, rmSync } from "node:fs"
import { join } from "node:path"
import { createInterface } from "node:readline"
import { setTimeout as sleep } from "node:timers/promises"
import { throwAwayFolder } from "../../../scripts/pg-host.mjs"
import { startPostgres } from "../../../scripts/pg.mjs"

const [, , given, port] = process.argv
const folder = given || throwAwayFolder("engage-crash-")
const dataDir = join(folder, "data")
const postgres = await started()
process.stdout.write(`${JSON.stringify({ folder, url: postgres.url, port: postgres.port })}\n`)

createInterface({ input: process.stdin })
  .on("line", async (word) => {
    if (word === "crash") {
      const pid = Number(readFileSync(join(dataDir, "postmaster.pid"), "utf8").split("\n")[0])
      process.kill(pid, "SIGKILL")
    } else {
      await postgres.stop()
      rmSync(folder, { recursive: true, force: true })
    }
    process.exit(0)
  })
  .on("close", async () => {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
    process.exit(1)
  })

/** Processes of the server that was killed hold its memory for a moment longer. */
async function started() {
  for (let attempt = 1; ; attempt++) {
    try {
      return await startPostgres({ dataDir, port: Number(port) || undefined })
    } catch (error) {
      if (attempt === 50) throw error
      await sleep(200)
    }
  }
}
