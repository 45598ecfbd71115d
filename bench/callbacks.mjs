/**
 * What comes back about messages: clicks, opens and the reports of a provider, over HTTP, each committed before it is
 * answered, against a bare server of the same run that writes them to one table.
 *
 *   npm run bench:callbacks -- [--messages 200000] [--seconds 5] [--connections 256]
 *
 * The load comes from this process, on the same machine.
 */
import { spawn } from "node:child_process"
import fs from "node:fs"
import { createRequire } from "node:module"
import os from "node:os"
import path from "node:path"
import readline from "node:readline"
import { parseArgs } from "node:util"
import { startPostgres } from "../scripts/pg.mjs"
import { rateOf, request } from "./http-load.mjs"

const ROOT = path.resolve(import.meta.dirname, "..")
process.env.TS_NODE_PROJECT = path.join(ROOT, "tsconfig.json")
const require = createRequire(import.meta.url)
require("ts-node/register/transpile-only")
const setup = require("./callbacks-setup.ts")

const READER = {
  "user-agent":
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36",
}
const SIZES = [1, 100, 1000]
/** Events under way at most. */
const UNDER_WAY = 4_000

const { values } = parseArgs({
  options: {
    messages: { type: "string", default: "200000" },
    seconds: { type: "string", default: "5" },
    connections: { type: "string", default: "256" },
  },
})
const seconds = Number(values.seconds)
const connections = Number(values.connections)

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "engage-bench-"))
// A server started by root runs as another user, who has to be able to enter.
fs.chmodSync(folder, 0o755)
const postgres = await startPostgres({
  dataDir: path.join(folder, "data"),
  settings: { shared_buffers: "2GB", max_wal_size: "8GB", work_mem: "32MB" },
})
const url = await setup.createDatabase(postgres.url, "engage_bench")
const db = setup.connect(url)
const servers = []
let ours
try {
  const tokens = await setup.sentBroadcast(db, Number(values.messages))
  const bare = await server("callbacks-limit.mjs")
  const flags = process.env.WORKER_FLAGS?.split(" ") ?? []
  ours = await server(...flags, "-r", "ts-node/register/transpile-only", "callbacks-server.ts")
  load("at the start")

  let at = 0
  const token = () => tokens[at++ % tokens.length]
  const links = { connections, seconds, status: 302 }
  const click = () => request("GET", `/engage/c/${token()}/1`, READER)
  const best = await rateOf({ ...links, port: bare, next: click })
  compare("clicks", await warmRate({ ...links, next: click }), best)
  const pictures = { ...links, status: 200 }
  const open = () => request("GET", `/engage/o/${token()}`, READER)
  compare("opens", await warmRate({ ...pictures, next: open }), best)

  for (const size of SIZES) {
    // Signed beforehand: the provider does that, and not this machine.
    const calls = Array.from({ length: Math.ceil(20_000 / size) }, () => {
      const { headers, body } = setup.reportCall(Array.from({ length: size }, token))
      return request("POST", "/engage/hooks/sendgrid", headers, body)
    })
    let no = 0
    const next = () => calls[no++ % calls.length]
    const callers = { ...pictures, connections: Math.min(connections, UNDER_WAY / size), next }
    const limit = await rateOf({ ...callers, port: bare })
    compare(`reports, ${size} a call`, size * (await warmRate(callers)), size * limit)
  }
  load("at the end")
} finally {
  for (const child of servers) child.kill("SIGINT")
  await db.destroy()
  await postgres.stop()
  fs.rmSync(folder, { recursive: true, force: true })
}

async function server(...args) {
  const child = spawn(process.execPath, args, {
    cwd: import.meta.dirname,
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, DATABASE_URL: url, PUBLIC_KEY: setup.PUBLIC_KEY },
  })
  servers.push(child)
  const port = await new Promise((resolve) =>
    readline.createInterface({ input: child.stdout }).once("line", resolve)
  )
  return Number(port)
}

async function warmRate(how) {
  await rateOf({ ...how, port: ours, seconds: 1 })
  return rateOf({ ...how, port: ours })
}

function compare(what, rate, limit) {
  console.log(
    `${what.padEnd(24)} ${Math.round(rate)} a second, bare server ${Math.round(limit)}, ratio ${(limit / rate).toFixed(2)}`
  )
}

function load(when) {
  const average = os.loadavg().map((value) => value.toFixed(1))
  console.log(`load average ${when} ${average.join(" ")}`)
}
