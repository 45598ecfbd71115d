/**
 * Broadcast end to end: freeze an audience, then send every person a message of about 20 KB of their own to a sink on this
 * machine, with the ledger on: an SMTP server, or with `--provider resend` an API that takes batches of 100. Prints figures
 * and their ratio to sockets that push prebuilt bytes.
 *
 * node bench/broadcast.mjs [--provider smtp] [--messages 100000] [--connections 64] [--workers 1] [--freeze 1000000]
 */
import { fork } from "node:child_process"
import fs from "node:fs"
import { createRequire } from "node:module"
import os from "node:os"
import path from "node:path"
import { parseArgs } from "node:util"
import { startPostgres } from "../scripts/pg.mjs"
import { pushBatches, pushPrebuilt } from "./broadcast-limit.mjs"

const ROOT = path.resolve(import.meta.dirname, "..")
process.env.TS_NODE_PROJECT = path.join(ROOT, "tsconfig.json")
const require = createRequire(import.meta.url)
require("ts-node/register/transpile-only")
const setup = require("./broadcast-setup.ts")

const { values } = parseArgs({
  options: {
    provider: { type: "string", default: "smtp" },
    messages: { type: "string", default: "100000" },
    connections: { type: "string", default: "64" },
    workers: { type: "string", default: "1" },
    freeze: { type: "string", default: "1000000" },
  },
})
const messages = Number(values.messages)
const connections = Number(values.connections)
const workers = Number(values.workers)
const people = Math.max(messages, Number(values.freeze))

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "engage-bench-"))
// A server started by root runs as another user, who has to be able to enter.
fs.chmodSync(folder, 0o755)
const postgres = await startPostgres({
  dataDir: path.join(folder, "data"),
  settings: { shared_buffers: "2GB", max_wal_size: "8GB", work_mem: "32MB" },
})
const byApi = values.provider === "resend"
const sink = byApi
  ? fork(path.join(ROOT, "bench/broadcast-api.ts"), {
      execArgv: ["-r", "ts-node/register/transpile-only"],
    })
  : fork(path.join(ROOT, "bench/broadcast-sink.mjs"))
try {
  const { port, key } = await message(sink)
  const url = await setup.createDatabase(postgres.url, "engage_bench")
  const db = setup.connect(url)
  await setup.seedPeople(db, people)
  print(
    "load average at the start",
    os
      .loadavg()
      .map((x) => x.toFixed(1))
      .join(" ")
  )

  if (Number(values.freeze)) {
    const big = await setup.freeze(db, Number(values.freeze), "none")
    print(`freeze of ${big.frozen}`, `${big.seconds.toFixed(1)} s`)
    await db.raw(`update engage_run set status = 'cancelled', finished_at = now() where id = ?`, [
      big.runId,
    ])
  }

  const { runId, htmlBytes } = await setup.freeze(db, messages, values.provider)
  print("HTML of the template", `${htmlBytes} bytes`)
  const before = await stats(sink)
  const postgresBefore = postgresCpu()
  const commitsBefore = await commits(db)
  const sent = await send({
    DATABASE_URL: url,
    PROVIDER: values.provider,
    SINK_PORT: String(port),
    SINK_KEY: key,
    RUN: String(runId),
  })
  const after = await stats(sink)
  const postgresUsed = postgresCpu() - postgresBefore
  const committed = (await commits(db)) - commitsBefore
  const arrived = after.messages - before.messages
  const size = (after.bytes - before.bytes) / arrived
  if (arrived !== messages || sent.progress.accepted !== messages) {
    throw new Error(
      `${messages} messages frozen, ${arrived} arrived, ${JSON.stringify(sent.progress)}`
    )
  }
  const broken = await setup.checkInvariant(db, new Date())
  if (broken.length) throw new Error(`the ledger does not add up: ${JSON.stringify(broken)}`)
  const rate = messages / sent.seconds
  print("size on the wire", `${Math.round(size)} bytes`)
  print(
    `sent ${messages} ${byApi ? "in batches" : `over ${connections} connections`} of ${workers} workers`,
    `${rate.toFixed(0)} messages/s`
  )
  print("worker CPU", `${((sent.cpu / messages) * 1e6).toFixed(0)} us/message`)
  print(
    "sink CPU",
    `${((cpuSeconds(after.cpu, before.cpu) / messages) * 1e6).toFixed(0)} us/message`
  )
  print("Postgres CPU", `${((postgresUsed / messages) * 1e6).toFixed(0)} us/message`)
  print("messages per commit", (messages / committed).toFixed(1))
  for (const rss of sent.rss) {
    const quarter = Math.max(1, Math.floor(rss.length / 4))
    const quarters = [0, 1, 2, 3].map((i) => mean(rss.slice(i * quarter, (i + 1) * quarter)))
    print("worker memory by quarter of the time", `${quarters.join(", ")} MB`)
  }

  const load = { port, connections, messages, size: Math.round(size), key }
  const limit = byApi ? await pushBatches(load) : await pushPrebuilt(load)
  print(
    "limit: prebuilt bytes over the same sockets",
    `${(messages / limit.seconds).toFixed(0)} messages/s`
  )
  print("ratio to the limit", (rate / (messages / limit.seconds)).toFixed(2))
  print(
    "load average at the end",
    os
      .loadavg()
      .map((x) => x.toFixed(1))
      .join(" ")
  )
  await db.destroy()
} finally {
  sink.disconnect()
  await postgres.stop()
  fs.rmSync(folder, { recursive: true, force: true })
}

/** What the workers did together: the time of the slowest, the CPU of all. */
async function send(env) {
  const answers = await Promise.all(Array.from({ length: workers }, () => startWorker(env)))
  return {
    seconds: Math.max(...answers.map((answer) => answer.seconds)),
    cpu: answers.reduce((sum, answer) => sum + answer.cpu, 0),
    rss: answers.map((answer) => answer.rss),
    progress: answers[0].progress,
  }
}

async function startWorker(env) {
  const worker = fork(path.join(ROOT, "bench/broadcast-worker.ts"), {
    execArgv: [
      "-r",
      "ts-node/register/transpile-only",
      ...(process.env.WORKER_FLAGS?.split(" ") ?? []),
    ],
    env: { ...process.env, CONNECTIONS: String(connections / workers), ...env },
  })
  const answer = await message(worker)
  await new Promise((resolve) => worker.once("exit", resolve))
  return answer
}

function message(child) {
  return new Promise((resolve, reject) => {
    child.once("message", resolve)
    child.once("exit", (code) => reject(new Error(`a process of the benchmark ended with ${code}`)))
  })
}

function stats(child) {
  const answer = message(child)
  child.send("stats")
  return answer
}

function cpuSeconds(after, before) {
  return (after.user + after.system - before.user - before.system) / 1e6
}

/** CPU seconds of the server and its processes so far, dead ones included; 0 where there is no /proc. */
function postgresCpu() {
  const pidFile = path.join(folder, "data", "postmaster.pid")
  if (!fs.existsSync("/proc/self/stat") || !fs.existsSync(pidFile)) return 0
  const postmaster = fs.readFileSync(pidFile, "utf8").split("\n")[0]
  const ticks = fs
    .readdirSync("/proc")
    .filter((entry) => /^\d+$/.test(entry))
    .map(readStat)
    .filter((stat) => stat && (stat.pid === postmaster || stat.parent === postmaster))
    .reduce((sum, stat) => sum + stat.ticks, 0)
  return ticks / 100
}

function readStat(pid) {
  try {
    const fields = fs.readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ")
    const ended = Number(fields[13]) + Number(fields[14])
    return { pid, parent: fields[1], ticks: Number(fields[11]) + Number(fields[12]) + ended }
  } catch {
    return undefined
  }
}

async function commits(db) {
  const { rows } = await db.raw(
    "select xact_commit::int as n from pg_stat_database where datname = current_database()"
  )
  return rows[0].n
}

function mean(values) {
  return Math.round(values.reduce((sum, value) => sum + value, 0) / values.length)
}

function print(what, figure) {
  console.log(`${what.padEnd(48)} ${figure}`)
}
