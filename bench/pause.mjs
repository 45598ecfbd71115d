/**
 * How soon a broadcast does what it is told: the time from its start to its first message, audience included, from a pause to
 * the last message, and from going on to the next one. One worker process sends about 20 KB a message to a sink on this machine.
 *
 * node bench/pause.mjs [--people 100000] [--rounds 5] [--connections 64]
 */
import { fork } from "node:child_process"
import fs from "node:fs"
import { createRequire } from "node:module"
import os from "node:os"
import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { parseArgs } from "node:util"
import { startPostgres } from "../scripts/pg.mjs"

const ROOT = path.resolve(import.meta.dirname, "..")
process.env.TS_NODE_PROJECT = path.join(ROOT, "tsconfig.json")
const require = createRequire(import.meta.url)
require("ts-node/register/transpile-only")
const setup = require("./broadcast-setup.ts")
const { cancelRun, pauseRun, resumeRun } = require("../src/modules/delivery/ledger/runs.ts")

const { values } = parseArgs({
  options: {
    people: { type: "string", default: "100000" },
    rounds: { type: "string", default: "5" },
    connections: { type: "string", default: "64" },
  },
})
/** So long without a message means that there is none any more. */
const QUIET_MS = 500
const people = Number(values.people)

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "engage-bench-"))
fs.chmodSync(folder, 0o755)
const postgres = await startPostgres({
  dataDir: path.join(folder, "data"),
  settings: { shared_buffers: "2GB", max_wal_size: "8GB" },
})
const sink = fork(path.join(ROOT, "bench/broadcast-sink.mjs"))
let worker
try {
  const { port } = await answer(sink)
  const url = await setup.createDatabase(postgres.url, "engage_bench")
  const db = setup.connect(url)
  await setup.seedPeople(db, people)
  worker = fork(path.join(ROOT, "bench/broadcast-worker.ts"), {
    execArgv: ["-r", "ts-node/register/transpile-only"],
    env: { ...process.env, DATABASE_URL: url, SINK_PORT: port, CONNECTIONS: values.connections },
  })
  await sleep(3_000)
  const load = os.loadavg().map((one) => one.toFixed(1))
  console.log(`${people} people, load ${load.join(" ")}`)
  const times = { first: [], byHand: [], pause: [], on: [] }
  // The worker is loaded in the round before the first, which is not counted.
  for (let round = 0; round <= Number(values.rounds); round++) {
    if (round === 1) for (const kind of Object.values(times)) kind.length = 0
    times.byHand.push(await insertByHand(db))
    const before = await arrived()
    const started = performance.now()
    const { runId } = await setup.freeze(db, people)
    times.first.push((await arrivalAfter(before)) - started)
    await until(async () => (await arrived()) > before + people / 20)
    const paused = performance.now()
    await pauseRun(db, runId)
    times.pause.push(Math.max(0, (await lastArrival()) - paused))
    const atRest = await arrived()
    const resumed = performance.now()
    await resumeRun(db, runId)
    times.on.push((await arrivalAfter(atRest)) - resumed)
    await cancelRun(db, runId, new Date())
    await lastArrival()
  }
  print("from the start to the first message", times.first)
  print("limit: inserting as many rows by hand", times.byHand)
  print("from a pause to the last message", times.pause)
  print("from going on to the next message", times.on)
  await db.destroy()
} finally {
  worker?.kill()
  sink.disconnect()
  await postgres.stop()
  fs.rmSync(folder, { recursive: true, force: true })
}

async function insertByHand(db) {
  const started = performance.now()
  await db.raw(
    `create temp table by_hand (run_id bigint, profile_id bigint, run_at timestamptz, channel text, state smallint,
       primary key (run_id, profile_id));
     insert into by_hand select 1, id, now(), 'email', 0 from engage_profile where subscribed > 0;
     drop table by_hand`
  )
  return performance.now() - started
}

async function arrived() {
  const told = answer(sink)
  sink.send("stats")
  return (await told).messages
}

async function until(condition) {
  while (!(await condition())) await sleep(2)
}

async function arrivalAfter(count) {
  await until(async () => (await arrived()) > count)
  return performance.now()
}

/** When the last message came of those that are still coming. */
async function lastArrival() {
  let count = await arrived()
  let at = performance.now()
  while (performance.now() - at < QUIET_MS) {
    await sleep(2)
    const now = await arrived()
    if (now === count) continue
    count = now
    at = performance.now()
  }
  return at
}

function answer(child) {
  return new Promise((resolve, reject) => {
    const ended = (code) => reject(new Error(`a process of the benchmark ended with ${code}`))
    child.once("exit", ended)
    child.once("message", (message) => {
      child.off("exit", ended)
      resolve(message)
    })
  })
}

function print(what, figures) {
  const sorted = [...figures].sort((a, b) => a - b).map((ms) => Math.round(ms))
  console.log(
    `${what.padEnd(44)} ${String(sorted[Math.floor(sorted.length / 2)]).padStart(6)} ms  [${sorted.join("/")}]`
  )
}
