import { SMTPServer } from "smtp-server"
import type { AddressInfo } from "node:net"
import { setTimeout as sleep } from "node:timers/promises"
import type { Db } from "../../src/lib/db"
import { publicIds } from "../../src/lib/public-id"
import { checkInvariant, runProgress } from "../../src/modules/delivery/ledger/progress"
import { openMessageToken } from "../../src/modules/delivery/message/token"
import { shopWithPeople, startedRun, until } from "./support/setup"
import { WorkerProcess } from "./support/worker-process"

const MESSAGES = 5_000
const KILLS = 20
const CONNECTIONS = 10
const LEASE_MS = 1_500
const SEED = Number(process.env.FAULT_SEED ?? Date.now() % 1_000_000)

jest.setTimeout(600_000)

describe("killing the worker", () => {
  let db: Db
  let url: string
  let server: SMTPServer
  const received = new Map<string, number>()

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
      const before = received.size
      await until("the worker sends", () => received.size > before)
      await sleep(random() * 400)
      await worker.kill()
      openAtKill.push(await openMessages(db))
    }
    const last = await standby
    last.go()
    await until("the run is completed", () => isCompleted(db, runId), 300_000)
    expect(await last.terminate()).toBe(0)

    const progress = await runProgress(db, runId)
    expect(await checkInvariant(db, new Date())).toEqual([])
    expect(progress).toMatchObject({ frozen: MESSAGES, waiting: 0, failed: 0, skipped: 0 })
    expect(progress.accepted + progress.uncertain).toBe(MESSAGES)
    expect(progress.uncertain).toBeLessThanOrEqual(KILLS * CONNECTIONS)
    // Each kill may add its own open messages to those of kills whose lease is not over yet.
    openAtKill.forEach((open, i) => expect(open).toBeLessThanOrEqual((i + 1) * CONNECTIONS))

    expect([...received].filter(([, times]) => times > 1)).toEqual([])
    const { accepted, uncertain } = await ledger(db, runId)
    const arrived = new Set(await profilesOf(db, runId, received.keys()))
    expect([...accepted].filter((profile) => !arrived.has(profile))).toEqual([])
    expect([...arrived].filter((p) => !accepted.has(p) && !uncertain.has(p))).toEqual([])
    process.stdout.write(
      `${received.size} arrived, ${progress.accepted} accepted, ${progress.uncertain} uncertain\n`
    )
  })
})

function startServer(received: Map<string, number>): Promise<SMTPServer> {
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
        const id = /^Message-ID: <(.*)>\r$/m.exec(head)?.[1] ?? "none"
        received.set(id, (received.get(id) ?? 0) + 1)
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

async function ledger(db: Db, runId: number) {
  const { rows } = await db.raw(`select profile_id, state from engage_message where run_id = ?`, [
    runId,
  ])
  const of = (state: number) =>
    new Set<number>(
      rows
        .filter((row: { state: number }) => row.state === state)
        .map((row: { profile_id: string }) => Number(row.profile_id))
    )
  return { accepted: of(2), uncertain: of(5) }
}

async function profilesOf(db: Db, runId: number, messageIds: Iterable<string>): Promise<number[]> {
  const ids = await publicIds(db)
  return [...messageIds].map((id) => {
    const key = openMessageToken(ids, id.split("@")[0])
    expect(key?.runId).toBe(runId)
    return key!.profileId
  })
}

/** The same sequence of numbers in [0, 1) for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
