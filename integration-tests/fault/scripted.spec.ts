import type { Db } from "../../src/lib/db"
import { setConsent } from "../../src/modules/profile/consent/set-consent"
import { checkInvariant, runProgress } from "../../src/modules/delivery/ledger/progress"
import {
  cancelRun,
  loadRun,
  pauseRun,
  resumeRun,
  retryFailed,
} from "../../src/modules/delivery/ledger/runs"
import { SmtpProvider } from "../../src/providers/smtp/provider"
import { shopWithPeople, startedRun, startEngine, until } from "./support/setup"
import { Sink } from "./support/sink"
import { WorkerProcess } from "./support/worker-process"

jest.setTimeout(120_000)

describe("sending to a mail server with faults", () => {
  let db: Db
  let url: string
  let sink: Sink
  let engines: { stop(): Promise<void> }[] = []

  async function setup(people: number) {
    ;({ db, url } = await shopWithPeople(people))
    sink = await Sink.start()
  }

  function work(connections = 5, leaseMs?: number) {
    const engine = startEngine(db, new SmtpProvider({ url: sink.url, connections }), leaseMs)
    engines.push(engine)
    return engine
  }

  async function completed(run: number) {
    await until("the run is completed", async () => (await loadRun(db, run)).status === "completed")
    expect(await checkInvariant(db, new Date())).toEqual([])
    return runProgress(db, run)
  }

  function arrivals(): Map<string, number> {
    const times = new Map<string, number>()
    for (const { recipient } of sink.received) times.set(recipient, (times.get(recipient) ?? 0) + 1)
    return times
  }

  afterEach(async () => {
    await Promise.all(engines.map((engine) => engine.stop()))
    engines = []
    await sink.stop()
    await db.destroy()
  })

  it("sends each person one message, with its headers", async () => {
    await setup(1_200)
    const run = await startedRun(db)
    work()
    expect(await completed(run)).toMatchObject({ frozen: 1_200, accepted: 1_200, waiting: 0 })
    expect(arrivals().size).toBe(1_200)
    expect(sink.received).toHaveLength(1_200)
    expect(sink.connections).toBeLessThanOrEqual(6)
    const { source } = sink.received.find((m) => m.recipient === "person7@shop.example")!
    expect(source).toContain("\r\nSubject: Hello First7\r\n")
    expect(source).toContain("\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n")
    expect(source).toMatch(
      /\r\nList-Unsubscribe: <http:\/\/localhost:9000\/engage\/u\/m_[a-z2-7]+>\r\n/
    )
  })

  it("takes 421, 450 and 454 as back-pressure: everybody gets the message, nobody twice", async () => {
    await setup(60)
    const run = await startedRun(db)
    let greylisted = true
    sink.script = ({ stage, nth, recipient }) => {
      if (stage === "connect" && nth === 2) return "421 4.3.2 too busy"
      if (stage === "mail" && nth === 5) return "454 4.7.0 try later"
      if (stage === "rcpt" && recipient === "person9@shop.example" && greylisted) {
        return "450 4.2.0 greylisted"
      }
      return undefined
    }
    work()
    await until("all but the greylisted one are sent", () => arrivals().size === 59)
    await until("the chunk is put off", async () => {
      const { rows } = await db.raw(`select attempts from engage_chunk`)
      return rows[0].attempts > 0
    })
    expect(await runProgress(db, run)).toMatchObject({ waiting: 1, failed: 0 })
    const { rows } = await db.raw(
      `select attempts, not_before > now() + interval '20 seconds' as later from engage_chunk`
    )
    expect(rows).toEqual([{ attempts: 1, later: true }])
    const left = await db.raw(`select attempts from engage_message where state = 0`)
    expect(left.rows).toEqual([{ attempts: 0 }])
    greylisted = false
    await db.raw(`update engage_chunk set not_before = now()`)
    expect(await completed(run)).toMatchObject({ accepted: 60, failed: 0, uncertain: 0 })
    expect([...arrivals().values()].every((times) => times === 1)).toBe(true)
    expect((await loadRun(db, run)).last_error).toBe("450 4.2.0 greylisted")
  })

  it("waits while nobody answers, and goes on when the server is back", async () => {
    await setup(20)
    const run = await startedRun(db)
    const address = sink.url
    await sink.stop()
    const engine = startEngine(db, new SmtpProvider({ url: address, connections: 2 }))
    engines.push(engine)
    await until("the refusal is noted", async () =>
      /ECONNREFUSED/.test((await loadRun(db, run)).last_error ?? "")
    )
    expect(await runProgress(db, run)).toMatchObject({ waiting: 20, failed: 0, uncertain: 0 })
    sink = await Sink.start(Number(new URL(address).port))
    expect(await completed(run)).toMatchObject({ accepted: 20 })
  })

  it("suppresses dead addresses, and retries only what was refused", async () => {
    await setup(30)
    const run = await startedRun(db)
    sink.script = ({ stage, recipient }) => {
      if (stage === "rcpt" && recipient === "person3@shop.example") return "550 5.1.1 no such user"
      if (stage === "rcpt" && recipient === "person4@shop.example")
        return "550 5.7.1 blocked as spam"
      if (stage === "dot" && recipient === "person5@shop.example") return "554 5.6.0 not this text"
      return undefined
    }
    work()
    expect(await completed(run)).toMatchObject({ accepted: 27, failed: 3 })
    const { rows } = await db.raw(`select address, reason, detail from engage_suppression`)
    expect(rows).toEqual([
      { address: "person3@shop.example", reason: "hard_bounce", detail: "550 5.1.1 no such user" },
    ])
    sink.script = () => undefined
    expect(await retryFailed(db, run)).toBe(2)
    expect(await completed(run)).toMatchObject({ accepted: 29, failed: 1, waiting: 0 })
    await expect(retryFailed(db, run)).rejects.toThrow("nothing in it can be tried again")
  })

  it("is uncertain, and does not send again, when the answer to the end of a message is lost", async () => {
    await setup(20)
    const run = await startedRun(db)
    sink.script = ({ stage, nth, recipient, socket }) => {
      if (stage === "dot" && recipient === "person6@shop.example") socket.destroy()
      // Before the body nothing can have been delivered: this one is tried again.
      if (stage === "rcpt" && nth === 3) socket.destroy()
      return undefined
    }
    work(2)
    expect(await completed(run)).toMatchObject({ accepted: 19, uncertain: 1, failed: 0 })
    expect(arrivals().get("person6@shop.example")).toBe(1)
    expect([...arrivals().values()].every((times) => times === 1)).toBe(true)
  })

  it("pauses at once, keeps what is waiting, and resumes", async () => {
    await setup(2_000)
    const run = await startedRun(db)
    work()
    await until("it sends", () => sink.received.length > 100)
    await pauseRun(db, run)
    const atPause = sink.received.length
    await until("what was open is answered", async () => {
      const { rows } = await db.raw(
        `select count(*)::int as n from engage_chunk where lease_until is not null`
      )
      return rows[0].n === 0
    })
    const after = sink.received.length
    expect(after - atPause).toBeLessThanOrEqual(5)
    const progress = await runProgress(db, run)
    expect(progress).toMatchObject({ accepted: after, waiting: 2_000 - after })
    expect(await checkInvariant(db, new Date())).toEqual([])
    await expect(pauseRun(db, run)).rejects.toThrow(`Run ${run} is paused: it has to be sending`)
    await resumeRun(db, run)
    expect(await completed(run)).toMatchObject({ accepted: 2_000 })
    expect(sink.received).toHaveLength(2_000)
  })

  it("cancels: what was not started is skipped, what was sent stays sent", async () => {
    await setup(2_000)
    const run = await startedRun(db)
    work()
    await until("it sends", () => sink.received.length > 100)
    await cancelRun(db, run, new Date())
    await until("it is over", async () => (await loadRun(db, run)).finished_at !== null)
    const progress = await runProgress(db, run)
    expect(progress).toMatchObject({ accepted: sink.received.length, waiting: 0, uncertain: 0 })
    expect(progress.skipped).toBe(2_000 - progress.accepted)
    expect((await loadRun(db, run)).status).toBe("cancelled")
    expect(await checkInvariant(db, new Date())).toEqual([])
    const { rows } = await db.raw(`select distinct reason from engage_message where state = 4`)
    expect(rows).toEqual([{ reason: 8 }])
  })

  it("sends nothing twice with two workers at once, and both work", async () => {
    await setup(3_000)
    const run = await startedRun(db)
    sink.script = () => new Promise((resolve) => setTimeout(() => resolve(undefined), 1))
    work(3)
    work(3)
    expect(await completed(run)).toMatchObject({ accepted: 3_000 })
    expect(sink.received).toHaveLength(3_000)
    expect(arrivals().size).toBe(3_000)
  })

  it("skips who unsubscribed, was suppressed or was removed after the freeze", async () => {
    await setup(1_000)
    const run = await startedRun(db)
    await setConsent(db, {
      profileId: 900,
      channel: "email",
      topic: "*",
      state: "unsubscribed",
      method: "test",
      at: new Date(),
    })
    await setConsent(db, {
      profileId: 901,
      channel: "email",
      topic: "news",
      state: "unsubscribed",
      method: "test",
      at: new Date(),
    })
    await db.raw(
      `insert into engage_suppression (channel, address, reason) values ('email', 'person902@shop.example', 'test')`
    )
    await db.raw(`update engage_profile set removed_at = now() where id = 903`)
    work()
    expect(await completed(run)).toMatchObject({ accepted: 996, skipped: 4 })
    const { rows } = await db.raw(
      `select profile_id::int as id, reason from engage_message where state = 4 order by 1`
    )
    expect(rows).toEqual([
      { id: 900, reason: 3 },
      { id: 901, reason: 4 },
      { id: 902, reason: 5 },
      { id: 903, reason: 7 },
    ])
    for (const id of [900, 901, 902, 903]) {
      expect(arrivals().has(`person${id}@shop.example`)).toBe(false)
    }
  })

  it.each(["rcpt", "dot"] as const)(
    "survives a kill while the server has the message at its %s",
    async (point) => {
      await setup(300)
      const run = await startedRun(db)
      const env = { DATABASE_URL: url, SMTP_URL: sink.url, CONNECTIONS: "3", LEASE_MS: "1000" }
      const worker = await WorkerProcess.start(env)
      let hit = false
      sink.script = async ({ stage, nth }) => {
        if (stage !== point || nth !== 40 || hit) return undefined
        hit = true
        await worker.kill()
        return null
      }
      worker.go()
      await until("the worker is killed", () => hit)
      work(3, 1_000)
      const progress = await completed(run)
      expect(progress.uncertain).toBeGreaterThan(0)
      expect(progress.uncertain).toBeLessThanOrEqual(3)
      expect(progress.accepted).toBe(300 - progress.uncertain)
      expect([...arrivals().values()].every((times) => times === 1)).toBe(true)
    }
  )

  it("fences a worker that slept past its lease: it sends and writes nothing more", async () => {
    await setup(300)
    const run = await startedRun(db)
    const env = { DATABASE_URL: url, SMTP_URL: sink.url, CONNECTIONS: "3", LEASE_MS: "1000" }
    const zombie = await WorkerProcess.start(env)
    zombie.go()
    await until("the worker sends", () => sink.received.length > 20)
    zombie.signal("SIGSTOP")
    work(3, 1_000)
    const progress = await completed(run)
    zombie.signal("SIGCONT")
    // Time enough to send the rest of its chunk a second time, if nothing held it back.
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    expect(await zombie.terminate()).toBe(0)
    expect(await runProgress(db, run)).toEqual(progress)
    expect(progress.uncertain).toBeLessThanOrEqual(3)
    expect(progress.accepted + progress.uncertain).toBe(300)
    expect([...arrivals().values()].every((times) => times === 1)).toBe(true)
    expect(await checkInvariant(db, new Date())).toEqual([])
  })

  it("ends cleanly on SIGTERM: nothing is uncertain, the rest waits for the next worker", async () => {
    await setup(1_000)
    const run = await startedRun(db)
    const env = { DATABASE_URL: url, SMTP_URL: sink.url, CONNECTIONS: "3", LEASE_MS: "20000" }
    const worker = await WorkerProcess.start(env)
    worker.go()
    await until("the worker sends", () => sink.received.length > 50)
    expect(await worker.terminate()).toBe(0)
    const progress = await runProgress(db, run)
    expect(progress).toMatchObject({ accepted: sink.received.length, uncertain: 0 })
    const { rows } = await db.raw(
      `select count(*)::int as n from engage_chunk where lease_until is not null`
    )
    expect(rows[0].n).toBe(0)
    work()
    expect(await completed(run)).toMatchObject({ accepted: 1_000 })
    expect(sink.received).toHaveLength(1_000)
  })
})
