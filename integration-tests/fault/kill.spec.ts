import { SMTPServer } from "smtp-server"
import type { AddressInfo } from "node:net"
import { setTimeout as sleep } from "node:timers/promises"
import type { Db } from "../../src/lib/db"
import { Arrivals, reconcile } from "./support/oracle"
import { SEED, seeded, TIMES } from "./support/seed"
import { shopWithPeople, startedRun, until } from "./support/setup"
import { WorkerProcess } from "./support/worker-process"

const MESSAGES = 5_000 * TIMES
const KILLS = 20 * TIMES
const CONNECTIONS = 10
const LEASE_MS = 1_500

jest.setTimeout(600_000 * TIMES)

describe("killing the worker", () => {
  let db: Db
  let url: string
  let server: SMTPServer
  const received = new Arrivals()

  beforeAll(async () => {
    ;({ db, url } = await shopWithPeople(MESSAGES))
    server = await startServer(received)
  })

  afterAll(async () => {
    await new Promise<void>((resolve) => server.close(() => resolve()))
    await db.destroy()
  })

  it(`loses nothing and sends nothing twice over ${KILLS} kills (FAULT_SEED=${SEED})`, async () => {
    process.stdout.write(`fault seed ${SEED}\n`)
    const random = seeded(SEED)
    const runId = await startedRun(db)
    const start = () =>
      WorkerProcess.start({
        DATABASE_URL: url,
        SMTP_URL: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
        CONNECTIONS: String(CONNECTIONS),
        LEASE_MS: String(LEASE_MS),
      })
    let standby = start()
    const openAtKill: number[] = []
    for (let kill = 0; kill < KILLS; kill++) {
      const worker = await standby
      standby = start()
      worker.go()
      const before = received.count
      await until("the worker sends", () => received.count > before)
      await sleep(random() * 400)
      await worker.kill()
      openAtKill.push(await openMessages(db))
    }
    const last = await standby
    last.go()
    await until("the run is completed", () => isCompleted(db, runId), 300_000 * TIMES)
    expect(await last.terminate()).toBe(0)

    const progress = await reconcile(db, runId, received)
    expect(progress).toMatchObject({ frozen: MESSAGES, failed: 0, skipped: 0 })
    expect(progress.uncertain).toBeLessThanOrEqual(KILLS * CONNECTIONS)
    // Each kill may add its own open messages to those of kills whose lease is not over yet.
    openAtKill.forEach((open, i) => expect(open).toBeLessThanOrEqual((i + 1) * CONNECTIONS))
    process.stdout.write(
      `${received.count} arrived, ${progress.accepted} accepted, ${progress.uncertain} uncertain\n`
    )
  })
})

function startServer(received: Arrivals): Promise<SMTPServer> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    disableReverseLookup: true,
    logger: false,
    onData(stream, _session, callback) {
      let head = ""
      stream.on("data", (piece: Buffer) =>
        head.length < 4_096 ? (head += piece.toString("latin1")) : undefined
      )
      stream.on("end", () => {
        received.note(/^Message-ID: <(.*)>\r$/m.exec(head)?.[1] ?? "none")
        // Slow enough that five thousand messages outlast twenty kills.
        setTimeout(() => callback(null), 10)
      })
    },
  })
  server.on("error", () => undefined)
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)))
}

async function openMessages(db: Db): Promise<number> {
  const { rows } = await db.raw(
    `select coalesce(sum(cardinality(open)), 0)::int as open from engage_chunk`
  )
  return rows[0].open
}

async function isCompleted(db: Db, runId: number): Promise<boolean> {
  const { rows } = await db.raw(`select status from engage_run where id = ?`, [runId])
  return rows[0].status === "completed"
}
