/** The demo shop for the suites: started as a user starts it, or an already running one. */
import { spawn } from "node:child_process"
import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import readline from "node:readline"
import { fileURLToPath } from "node:url"
import { dataUser, reachableFolder } from "../../../scripts/pg-host.mjs"

/** Where a suite has its own push service; see push-service.mjs. */
export const PUSH_SERVICE = "http://127.0.0.1:9501"

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../../..")
const READY_TIMEOUT_MS = 15 * 60_000
const STOP_TIMEOUT_MS = 60_000

/**
 * Starts the demo and waits until it says that it is ready. ENGAGE_BROWSER_DEMO_DIR names a folder whose data is kept
 * and used again; otherwise the demo gets a folder of its own, which goes when it stops.
 * @returns {Promise<{url: string, email: string, password: string, databaseUrl: string, stop: () => Promise<void>}>}
 *   `url` without a trailing slash
 * @throws {Error} when the demo ends or is not ready in a quarter of an hour
 */
export async function startDemo() {
  const kept = process.env.ENGAGE_BROWSER_DEMO_DIR
  const dir = kept
    ? path.resolve(kept)
    : fs.mkdtempSync(path.join(os.tmpdir(), "engage-browser-demo-"))
  const { DATABASE_URL: _1, REDIS_URL: _2, ENGAGE_SMTP_URL: _3, ...env } = process.env
  const child = spawn("npm", ["run", "--silent", "demo", "--", "--port", "9500"], {
    cwd: ROOT,
    detached: true,
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...env, ENGAGE_DEMO_DIR: dir, ENGAGE_PUSH_SERVICE: PUSH_SERVICE },
  })
  const ended = new Promise((resolve) => child.once("exit", resolve))
  const stop = () => stopGroup(child, ended).then(() => kept || remove(dir))
  try {
    const [, url, email, password] = await readyLine(child, ended)
    return { url, email, password, databaseUrl: databaseUrl(dir), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function readyLine(child, ended) {
  const lines = readline.createInterface({ input: child.stdout })
  const ready = new Promise((resolve) => {
    lines.on("line", (line) => {
      console.log(`  ${line}`)
      const match = /^ready: (\S+)\/app (\S+) (\S+)$/.exec(line)
      if (match) resolve(match)
    })
  })
  const failed = ended.then((code) => {
    throw new Error(`the demo ended with code ${code} before it was ready`)
  })
  const late = new Promise((_, reject) => {
    setTimeout(() => reject(new Error("the demo was not ready in time")), READY_TIMEOUT_MS).unref()
  })
  return Promise.race([ready, failed, late])
}

/** The embedded PostgreSQL's address, from the file in which the server notes its port. */
function databaseUrl(dir) {
  const folder = reachableFolder(path.join(dir, "postgres"), dataUser())
  const port = fs.readFileSync(path.join(folder, "postmaster.pid"), "utf8").split("\n")[3]
  return `postgres://postgres:postgres@localhost:${port}/engage_demo`
}

async function stopGroup(child, ended) {
  if (child.exitCode !== null) return
  process.kill(-child.pid, "SIGINT")
  const timer = setTimeout(() => process.kill(-child.pid, "SIGKILL"), STOP_TIMEOUT_MS)
  await ended
  clearTimeout(timer)
}

function remove(dir) {
  const folder = reachableFolder(path.join(dir, "postgres"), dataUser())
  for (const target of [folder, dir]) fs.rmSync(target, { recursive: true, force: true })
}
