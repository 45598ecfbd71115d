import { setTimeout as sleep } from "node:timers/promises"
import type { Db } from "../../src/lib/db"
import { publishContent } from "../../src/modules/content/publish/publish"
import { freezeRun } from "../../src/modules/delivery/ledger/freeze"
import { checkInvariant, runProgress } from "../../src/modules/delivery/ledger/progress"
import { reviseRun } from "../../src/modules/delivery/ledger/revise"
import {
  cancelRun,
  createRun,
  loadRun,
  pauseRun,
  resumeRun,
  retryFailed,
  setPace,
} from "../../src/modules/delivery/ledger/runs"
import { setConsent } from "../../src/modules/profile/consent/set-consent"
import { SmtpProvider } from "../../src/providers/smtp/provider"
import { Arrivals, reconcile } from "./support/oracle"
import { SEED, seeded, TIMES } from "./support/seed"
import { EVERYBODY, SENDER, shopWithPeople, startedRun, startEngine, until } from "./support/setup"
import { Sink } from "./support/sink"

const PRESSES = 120 * TIMES
const PEOPLE = 1_500 * TIMES

jest.setTimeout(180_000 * TIMES)

/** Liquid that only shows what it does when there is a person of this suite. */
const whenSent = (liquid: string) =>
  `{% if profile.last_name contains "Last" %}${liquid}{% endif %}`

describe(`people who do things while messages leave (FAULT_SEED=${SEED})`, () => {
  let db: Db
  let sink: Sink
  let engines: { stop(): Promise<void> }[] = []

  beforeEach(async () => {
    process.stdout.write(`fault seed ${SEED}\n`)
    sink = await Sink.start()
  })
  afterEach(async () => {
    await Promise.all(engines.map((engine) => engine.stop()))
    engines = []
    await sink.stop()
    await db.destroy()
  })

  function work(connections: number) {
    engines.push(startEngine(db, new SmtpProvider({ url: sink.url, connections }), 2_000))
  }

  function content(html: string, subject = "Hello") {
    const now = new Date()
    const said = { subject, preheader: "", html, text: null }
    return publishContent(db, said, { channel: "email", now })
  }

  async function newRun(contentId: number) {
    return createRun(db, {
      kind: "broadcast",
      ref: "bc_people",
      title: "People",
      channel: "email",
      topic: "news",
      provider: "smtp",
      contentId,
      sender: SENDER,
      now: new Date(),
    })
  }

  const isOver = async (run: number) => (await loadRun(db, run)).finished_at !== null
  const arrivals = () => {
    const all = new Arrivals()
    for (const { messageId } of sink.received) all.note(messageId)
    return all
  }

  it(`${PRESSES} times: everybody gets what was meant for them once, or a reason`, async () => {
    ;({ db } = await shopWithPeople(PEOPLE))
    sink.script = () => new Promise((resolve) => setTimeout(() => resolve(undefined), 1))
    const random = seeded(SEED)
    const somebody = () => 1 + Math.floor(random() * PEOPLE)
    const other = await content("<p>Other words</p>", "Other words")
    const run = await startedRun(db)
    work(2)
    work(2)
    const presses: (() => Promise<unknown>)[] = [
      () => pauseRun(db, run),
      () => resumeRun(db, run),
      () => resumeRun(db, run),
      () => setPace(db, run, random() < 0.5 ? 60_000 : null),
      () => db.transaction((trx) => reviseRun(trx, run, other, new Date())),
      () => retryFailed(db, run),
      () =>
        setConsent(db, {
          profileId: somebody(),
          channel: "email",
          topic: "*",
          state: random() < 0.7 ? "unsubscribed" : "subscribed",
          method: "test",
          at: new Date(),
        }),
      () =>
        db.raw(
          `insert into engage_suppression (channel, address, reason)
           select 'email', email, 'complaint' from engage_profile where id = ? on conflict do nothing`,
          [somebody()]
        ),
      () =>
        db.raw(`update engage_profile set email = 'moved' || id || '@shop.example' where id = ?`, [
          somebody(),
        ]),
      () => db.raw(`update engage_profile set removed_at = now() where id = ?`, [somebody()]),
    ]
    for (let i = 0; i < PRESSES; i++) {
      const two = [0, 0].map(() => presses[Math.floor(random() * presses.length)])
      for (const done of await Promise.allSettled(two.map((press) => press())))
        if (done.status === "rejected") expect(done.reason.type).toBe("not_allowed")
      await sleep(random() * 30)
    }
    await resumeRun(db, run).catch((error) => expect(error.type).toBe("not_allowed"))
    await setPace(db, run, null)
    await until("the run is over", () => isOver(run), 120_000 * TIMES)
    const progress = await reconcile(db, run, arrivals())
    expect(progress).toMatchObject({ frozen: PEOPLE, failed: 0, uncertain: 0 })
    const people = new Map<string, number>()
    for (const { recipient } of sink.received) {
      const id = /\d+/.exec(recipient)![0]
      people.set(id, (people.get(id) ?? 0) + 1)
    }
    expect([...people.values()].filter((times) => times > 1)).toEqual([])
  })

  it("cancelling while the audience is written sends nothing, whichever was first", async () => {
    ;({ db } = await shopWithPeople(2_000))
    const random = seeded(SEED)
    const contentId = await content("<p>Hello</p>")
    work(2)
    for (let i = 0; i < 10 * TIMES; i++) {
      const run = await newRun(contentId)
      const frozen = freezeRun(db, run, EVERYBODY, null, new Date()).catch((error) => error)
      await sleep(random() * 120)
      await cancelRun(db, run, new Date())
      await frozen
      const { status } = await loadRun(db, run)
      await until("the run is over", () => isOver(run))
      const progress = await runProgress(db, run)
      expect([status, progress.waiting]).toEqual(["cancelled", 0])
    }
    // What left before the last word was said is all that arrives.
    const sent = sink.received.length
    await sleep(300)
    expect(sink.received).toHaveLength(sent)
    expect(await checkInvariant(db, new Date())).toEqual([])
  })

  it("pressing the same button at once counts once", async () => {
    ;({ db } = await shopWithPeople(300))
    const run = await startedRun(db)
    const both = async (press: () => Promise<unknown>) =>
      (await Promise.allSettled([press(), press(), press()])).map(({ status }) => status).sort()
    const once = ["fulfilled", "rejected", "rejected"]
    expect(await both(() => pauseRun(db, run))).toEqual(once)
    expect(await both(() => resumeRun(db, run))).toEqual(once)
    work(2)
    await until("the run is over", () => isOver(run))
    expect(await reconcile(db, run, arrivals())).toMatchObject({ accepted: 300 })
  })

  it.each([
    ["asks for too much", "{% for a in (1..99999999) %}x{% endfor %}"],
    ["never ends", "{% for a in (1..9999) %}{% for b in (1..9999) %}x{% endfor %}{% endfor %}"],
  ])("a message that %s harms no other one, and is stopped to be mended", async (_, liquid) => {
    ;({ db } = await shopWithPeople(200))
    const bad = await newRun(await content(`<p>${whenSent(liquid)}</p>`))
    await freezeRun(db, bad, EVERYBODY, null, new Date())
    const good = await startedRun(db)
    work(3)
    const stands = async () => (await loadRun(db, bad)).status === "paused"
    await until("one is sent, the other stopped", async () => (await isOver(good)) && stands())
    const { rows } = await db.raw(
      `select distinct state, reason, error is not null as said from engage_message
       where run_id = ? and state <> 0`,
      [bad]
    )
    expect(rows).toEqual([{ state: 4, reason: 9, said: true }])
    expect((await loadRun(db, bad)).last_error).toMatch(/^the text could not be filled in: .*limit/)
    expect(await runProgress(db, good)).toMatchObject({ accepted: 200, failed: 0, uncertain: 0 })
    expect(sink.received).toHaveLength(200)

    const mended = await content("<p>Hello</p>")
    await db.transaction((trx) => reviseRun(trx, bad, mended, new Date()))
    await resumeRun(db, bad)
    await until("the rest is sent", () => isOver(bad))
    const { accepted, skipped, waiting } = await runProgress(db, bad)
    expect([accepted + skipped, waiting]).toEqual([200, 0])
    // Each of the three workers gives up after fifty in a row, and may still be at it when another one stops the run.
    expect(skipped).toBeLessThanOrEqual(150)
  })
})
