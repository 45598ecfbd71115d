import type { Db } from "../../src/lib/db"
import { loadRun } from "../../src/modules/delivery/ledger/runs"
import { FakeApi } from "../../src/providers/__tests__/contracts/fake-api"
import { POSTMARK, postmarkApi } from "../../src/providers/__tests__/contracts/postmark"
import { Arrivals, reconcile } from "./support/oracle"
import { PgProxy } from "./support/pg-proxy"
import { shopWithPeople, startedRun, until } from "./support/setup"
import { type Script, Sink } from "./support/sink"
import { WorkerProcess } from "./support/worker-process"

const MESSAGES = 450
const CONNECTIONS = 3
const LEASE_MS = 1_000
/** Most messages that one worker has handed over without an answer. */
const OPEN = { smtp: CONNECTIONS, postmark: 4 * 100, sandbox: 2 * 100 }

/** Ways of a statement at which a worker can die: before Postgres has it, while it is carried out, and after. */
const IN_SQL = [
  ["after it has leased a chunk", "lease", "after"],
  ["before its first intent is written", "intent", "before"],
  ["after its first intent is written", "intent", "after"],
  ["before results are written", "result", "before"],
  ["while results are written", "result", "during"],
  ["after results are written", "result", "after"],
] as const

/** Words that only the statement that leases has, and only the one with intents and results. */
const CLAIM = "set epoch = c.epoch + 1"
const FLUSH = "select halted from held"

jest.setTimeout(120_000)

describe.each(["smtp", "postmark", "sandbox"] as const)("a worker that sends by %s", (name) => {
  let db: Db
  let proxy: PgProxy
  let sink: Sink
  let api: FakeApi
  let env: Record<string, string>
  let arrivals: Arrivals

  beforeAll(async () => {
    const shop = await shopWithPeople(MESSAGES)
    db = shop.db
    proxy = await PgProxy.start(shop.url)
    sink = await Sink.start()
    const answer = postmarkApi()
    api = new FakeApi((call) => {
      for (const { Metadata } of call.body as { Metadata: object }[])
        arrivals.note(Object.values(Metadata)[0])
      return answer(call)
    })
    const postmark = { serverToken: POSTMARK.token, stream: "broadcast", url: await api.start() }
    env = {
      CONNECTIONS: String(CONNECTIONS),
      LEASE_MS: String(LEASE_MS),
      ...(name === "smtp" && { SMTP_URL: sink.url }),
      ...(name === "postmark" && { POSTMARK: JSON.stringify(postmark) }),
      DATABASE_URL: shop.url,
    }
  })

  beforeEach(() => {
    arrivals = new Arrivals()
    sink.received.length = 0
    sink.script = () => undefined
    proxy.onStatement = () => undefined
  })

  afterAll(async () => {
    await proxy.stop()
    await sink.stop()
    await api.stop()
    await db.destroy()
  })

  /** Kills a worker by what `arm` prepares, and lets another one do the rest. */
  async function killed(arm: (die: () => Promise<void>) => () => boolean) {
    const run = await startedRun(db, name)
    const [worker, next] = await Promise.all([
      WorkerProcess.start({ ...env, DATABASE_URL: proxy.url }),
      WorkerProcess.start(env),
    ])
    const isDead = arm(() => worker.kill())
    worker.go()
    await until("the worker is killed", isDead)
    next.go()
    await until("the run is completed", async () => (await loadRun(db, run)).status === "completed")
    expect(await next.terminate()).toBe(0)
    await gather(run)
    const progress = await reconcile(db, run, arrivals)
    expect(progress).toMatchObject({ frozen: MESSAGES, failed: 0, skipped: 0 })
    return progress
  }

  async function gather(run: number) {
    for (const { messageId } of sink.received) arrivals.note(messageId)
    if (name !== "sandbox") return
    const { rows } = await db.raw(
      `select headers ->> 'Message-ID' as id from engage_sandbox_mail where run_id = ?`,
      [run]
    )
    for (const { id } of rows) arrivals.note(id.replace(/^</, ""))
  }

  it.each(IN_SQL)("loses and doubles nothing when it dies %s", async (_, what, when) => {
    const { uncertain } = await killed((die) => {
      let dead = false
      let leased = false
      let flushes = 0
      const isHere = (text: string) => {
        if (text.includes(CLAIM)) leased = true
        if (what === "lease") return leased && /commit/i.test(text)
        if (!text.includes(FLUSH)) return false
        flushes += 1
        return flushes === (what === "intent" ? 1 : 3)
      }
      proxy.onStatement = async (text) => {
        if (dead || !isHere(text)) return undefined
        if (when === "before") await die()
        // Killed at once, Postgres may be in the middle of it; killed a little later, it is done.
        else setTimeout(die, when === "during" ? 0 : 50)
        dead = true
        return when === "before" ? "lost" : "unanswered"
      }
      return () => dead
    })
    const nothingOpen = what === "lease" || (what === "intent" && when === "before")
    expect(uncertain).toBeLessThanOrEqual(name === "sandbox" || nothingOpen ? 0 : OPEN[name])
  })

  const stages = name === "smtp" ? (["data", "250"] as const) : []
  for (const stage of stages)
    it(`loses and doubles nothing when it dies at the server's ${stage}`, async () => {
      const { uncertain } = await killed((die) => {
        let dead = false
        let reached = 0
        const script: Script = async (arrival) => {
          if (dead || arrival.stage !== (stage === "data" ? "data" : "dot")) return undefined
          if (++reached < 40) return undefined
          dead = true
          if (stage === "250") arrival.socket.write("250 2.0.0 taken\r\n")
          await die()
          return null
        }
        sink.script = script
        return () => dead
      })
      expect(uncertain).toBeGreaterThan(0)
      expect(uncertain).toBeLessThanOrEqual(CONNECTIONS)
    })
})
