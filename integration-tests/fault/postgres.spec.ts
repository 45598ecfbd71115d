import { setTimeout as sleep } from "node:timers/promises"
import type { Db } from "../../src/lib/db"
import { loadRun } from "../../src/modules/delivery/ledger/runs"
import { connect, createDatabase } from "./support/database"
import { Arrivals, reconcile } from "./support/oracle"
import { PgProxy } from "./support/pg-proxy"
import { PgServer } from "./support/pg-server"
import { SEED, seeded, TIMES } from "./support/seed"
import { addPeople, shopWithPeople, startedRun, until } from "./support/setup"
import { Sink } from "./support/sink"
import { WorkerProcess } from "./support/worker-process"

const CONNECTIONS = 5
const KILLS = 4 * TIMES

jest.setTimeout(180_000 * TIMES)

describe(`a database that fails (FAULT_SEED=${SEED})`, () => {
  let sink: Sink
  let workers: WorkerProcess[] = []

  beforeEach(async () => {
    process.stdout.write(`fault seed ${SEED}\n`)
    sink = await Sink.start()
    // Slow enough that the faults find messages under way.
    sink.script = () => new Promise((resolve) => setTimeout(() => resolve(undefined), 1))
  })
  afterEach(async () => {
    await Promise.all(workers.map((worker) => worker.kill()))
    workers = []
    await sink.stop()
  })

  async function work(databaseUrl: string, leaseMs: number) {
    const env = { SMTP_URL: sink.url, CONNECTIONS: String(CONNECTIONS), LEASE_MS: String(leaseMs) }
    const start = () => WorkerProcess.start({ ...env, DATABASE_URL: databaseUrl })
    workers = await Promise.all([start(), start()])
    for (const worker of workers) worker.go()
  }

  async function ended(db: Db, run: number) {
    const completed = async () => (await loadRun(db, run)).status === "completed"
    await until("the run is completed", completed, 120_000 * TIMES)
    const arrivals = new Arrivals()
    for (const { messageId } of sink.received) arrivals.note(messageId)
    return reconcile(db, run, arrivals)
  }

  it(`that is killed ${KILLS} times loses no message and has none sent twice`, async () => {
    const messages = 3_000 * TIMES
    const random = seeded(SEED)
    const server = await PgServer.start()
    try {
      const url = await createDatabase(server.url, "engage_fault")
      const db = connect(url)
      await addPeople(db, messages)
      const run = await startedRun(db)
      await work(url, 2_000)
      for (let kill = 0; kill < KILLS; kill++) {
        const before = sink.received.length
        await until("messages are sent", () => sink.received.length > before + 50, 120_000)
        await sleep(random() * 200)
        await server.crash()
      }
      const progress = await ended(db, run)
      expect(progress).toMatchObject({ frozen: messages, failed: 0, skipped: 0 })
      expect(progress.uncertain).toBeLessThanOrEqual(KILLS * 2 * CONNECTIONS)
      await db.destroy()
    } finally {
      await server.stop()
    }
  })

  it("whose connections break before and after it has done what it was asked leaves nothing open", async () => {
    const { db, url } = await shopWithPeople(2_000)
    const proxy = await PgProxy.start(url)
    const random = seeded(SEED + 1)
    let broken = 0
    const run = await startedRun(db)
    await work(proxy.url, 3_000)
    proxy.onStatement = () => {
      if (random() > 0.04) return undefined
      broken += 1
      return random() < 0.5 ? "lost" : "unanswered"
    }
    const progress = await ended(db, run)
    expect(broken).toBeGreaterThan(10)
    // What is written is written again until an answer comes, and nothing is written twice by that.
    expect(progress).toMatchObject({ frozen: 2_000, accepted: 2_000, uncertain: 0 })
    await proxy.stop()
    await db.destroy()
  })

  it("where somebody holds the ledger for longer than a lease loses nothing", async () => {
    const { db, url } = await shopWithPeople(1_000)
    const run = await startedRun(db)
    await work(url, 1_000)
    await until("messages are sent", () => sink.received.length > 100)
    await db.transaction(async (trx) => {
      await trx.raw(`lock table engage_message in share mode`)
      await sleep(2_500)
    })
    const progress = await ended(db, run)
    expect(progress).toMatchObject({ frozen: 1_000, failed: 0, skipped: 0 })
    expect(progress.uncertain).toBeLessThanOrEqual(2 * CONNECTIONS)
    await db.destroy()
  })
})
