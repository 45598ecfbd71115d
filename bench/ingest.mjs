/**
 * Events a second over HTTP, each committed before it is answered, against a bare server of the same run: by the
 * collector, and with --url also by the route of a running demo.
 *
 *   DATABASE_URL=… npm run bench:ingest -- [--url http://localhost:9000] [--seconds 5]
 *
 * The load comes from this process, on the same machine. What it wrote is deleted afterwards.
 */
import { spawn } from "node:child_process"
import { randomBytes, scryptSync } from "node:crypto"
import os from "node:os"
import path from "node:path"
import readline from "node:readline"
import { fileURLToPath } from "node:url"
import { parseArgs } from "node:util"
import pg from "pg"
import { ADMIN } from "../scripts/demo/settings.mjs"
import { rateOf, request } from "./http-load.mjs"

/** Connections at once, and events under way at most: more than 20,000 are refused by design. */
const CONNECTIONS = 256
const UNDER_WAY = 8_000
const NAME = "Benchmark"
const { values } = parseArgs({
  options: {
    url: { type: "string" },
    seconds: { type: "string", default: "5" },
  },
})

async function signIn() {
  const answer = await fetch(`${values.url}/auth/user/emailpass`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(ADMIN),
  })
  return (await answer.json()).token
}

let number = 0
const body = (size, emails) =>
  JSON.stringify({
    events: Array.from({ length: size }, () => ({
      name: NAME,
      message_id: `${process.pid}-${number++}`,
      email: emails[number % emails.length],
      properties: { path: "/products/mug", product_id: `prod_${number % 500}`, price: 12.5 },
    })),
  })

/** Events a second through one address; of size 0: empty requests a second. */
async function run({ port, path, headers }, size, emails, seconds) {
  const connections = Math.min(CONNECTIONS, Math.floor(UNDER_WAY / Math.max(1, size)))
  const next = () =>
    size
      ? request("POST", path, headers, Buffer.from(body(size, emails)))
      : request("GET", path, headers)
  return (size || 1) * (await rateOf({ port, next, connections, seconds, status: 200 }))
}

const db = new pg.Client({ connectionString: process.env.DATABASE_URL })
await db.connect()
const { rows } = await db.query(
  "select value from engage_identity where kind = 'email' order by value limit 1000"
)
const emails = rows.map((row) => row.value)
const bench = (...args) =>
  spawn(process.execPath, args, {
    cwd: path.dirname(fileURLToPath(import.meta.url)),
    stdio: ["ignore", "pipe", "inherit"],
  })
const portOf = (server) =>
  new Promise((resolve) =>
    readline.createInterface({ input: server.stdout }).once("line", (line) => resolve(line))
  )

/** A secret key as Medusa keeps it. */
async function makeKey() {
  const token = `sk_${randomBytes(32).toString("hex")}`
  const salt = randomBytes(15).toString("hex")
  await db.query(
    `insert into api_key (id, token, salt, redacted, title, type, created_by)
     values ('apk_benchmark', $1, $2, $3, $4, 'secret', 'benchmark')`,
    [
      scryptSync(token, salt, 64).toString("hex"),
      salt,
      `${token.slice(0, 6)}***${token.slice(-3)}`,
      NAME,
    ]
  )
  return token
}

const json = { "content-type": "application/json" }
const seconds = Number(values.seconds)
const limit = bench("ingest-limit.mjs")
const collector = bench("-r", "ts-node/register/transpile-only", "ingest-collector.ts")
try {
  const load = os.loadavg().map((value) => value.toFixed(1))
  console.log(
    `${os.cpus().length} × ${os.cpus()[0].model}, Node ${process.version}, load ${load.join(" ")}`
  )
  const bare = { port: await portOf(limit), path: "/", headers: json }
  const key = { ...json, authorization: `Basic ${await makeKey()}` }
  const ours = [
    { name: "the collector", port: await portOf(collector), path: "/events", headers: key },
  ]
  if (values.url) {
    const port = Number(new URL(values.url).port)
    const empty = await run({ port, path: "/health", headers: {} }, 0, emails, seconds)
    console.log(`the Medusa server answers ${Math.round(empty)} empty requests/s (/health)`)
    const token = { ...json, authorization: `Bearer ${await signIn()}` }
    ours.push({ name: "the admin route", port, path: "/admin/engage/events", headers: token })
  }
  for (const size of [1, 20, 1000]) {
    const best = await run(bare, size, emails, seconds)
    for (const server of ours) {
      await run(server, size, emails, 1)
      const rate = await run(server, size, emails, seconds)
      console.log(
        `${String(size).padStart(4)} a request: ${server.name} ${Math.round(rate)} events/s, bare server ${Math.round(best)}, ratio ${(best / rate).toFixed(2)}`
      )
    }
  }
} finally {
  limit.kill()
  collector.kill()
  await db.query("delete from api_key where id = 'apk_benchmark'")
  await db.query(
    `with gone as (delete from engage_event where name = $1 returning message_id)
     delete from engage_event_key k using gone where k.key = md5('server' || E'\\n' || gone.message_id)::uuid`,
    [NAME]
  )
  await db.query("delete from engage_event_day where name = $1", [NAME])
  await db.query("delete from engage_event_field where name = $1", [NAME])
  await db.end()
}
