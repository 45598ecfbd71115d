import type { Db } from "../../src/lib/db"
import { loadRun } from "../../src/modules/delivery/ledger/runs"
import {
  type Answer,
  type Call,
  type Cut,
  FakeApi,
} from "../../src/providers/__tests__/contracts/fake-api"
import { POSTMARK, postmarkApi } from "../../src/providers/__tests__/contracts/postmark"
import { RESEND, resendApi } from "../../src/providers/__tests__/contracts/resend"
import { SENDGRID, sendgridApi } from "../../src/providers/__tests__/contracts/sendgrid"
import { PostmarkProvider } from "../../src/providers/postmark/provider"
import type { Provider } from "../../src/providers/provider"
import { ResendProvider } from "../../src/providers/resend/provider"
import { SendGridProvider } from "../../src/providers/sendgrid/provider"
import { Arrivals, reconcile } from "./support/oracle"
import { SEED, seeded } from "./support/seed"
import { shopWithPeople, startedRun, startEngine, until } from "./support/setup"

jest.setTimeout(180_000)

type Taken = { answer: Answer; tokens: string[] }
type Vendor = {
  messages: number
  create: (url: string) => Provider
  /** What the vendor does with a call that reaches it. */
  take: (call: Call) => Taken
}

const values = (of: unknown) => Object.values((of ?? {}) as Record<string, string>)

function vendors(): Record<string, () => Vendor> {
  return {
    resend: () => {
      const sent: { tags?: { value: string }[] }[] = []
      const api = resendApi(sent as never)
      return {
        messages: 3_000,
        create: (url) => new ResendProvider({ apiKey: RESEND.key, url }),
        take: (call) => {
          const before = sent.length
          const answer = api(call)
          return { answer, tokens: sent.slice(before).map(({ tags }) => tags![0].value) }
        },
      }
    },
    postmark: () => {
      const api = postmarkApi()
      return {
        messages: 3_000,
        create: (url) =>
          new PostmarkProvider({ serverToken: POSTMARK.token, stream: "broadcast", url }),
        take: (call) => ({
          answer: api(call),
          tokens: (call.body as { Metadata: object }[]).map(({ Metadata }) => values(Metadata)[0]),
        }),
      }
    },
    sendgrid: () => ({
      messages: 150,
      create: (url) => new SendGridProvider({ apiKey: SENDGRID.key, connections: 5, url }),
      take: (call) => ({
        answer: sendgridApi(call),
        tokens: values((call.body as { custom_args: object }).custom_args),
      }),
    }),
  }
}

/** What can happen to a call, with how it is answered; `taken` when the vendor did its work all the same. */
const FAULTS: [string, boolean, (answer: Answer) => Answer | Cut][] = [
  ["busy, for a time", false, () => ({ status: 429, headers: { "retry-after": "0" }, body: {} })],
  [
    "busy, until a time",
    false,
    () => ({
      status: 429,
      headers: { "retry-after": new Date(Date.now() + 400).toUTCString() },
      body: {},
    }),
  ],
  ["out of order", false, () => ({ status: 503, headers: { "retry-after": "0" }, body: {} })],
  ["a gateway without the vendor", false, () => ({ status: 502, body: {} })],
  ["a gateway that gave up", true, () => ({ status: 504, body: {} })],
  ["cut before", false, () => "cut"],
  ["cut after", true, () => "cut"],
  [
    "half an answer",
    true,
    (answer) => ({ ...answer, raw: JSON.stringify(answer.body).slice(0, 9) }),
  ],
  [
    "an answer of somebody else",
    true,
    () => ({ status: 200, body: "", raw: "<html>Hello</html>" }),
  ],
  ["an answer in its place", false, () => ({ status: 200, body: "", raw: "<html>Log in</html>" })],
  ["moved", false, () => ({ status: 302, headers: { location: "/elsewhere" }, body: {} })],
]

describe.each(Object.entries(vendors()))("%s with faults", (name, make) => {
  let db: Db
  let api: FakeApi
  let engine: { stop(): Promise<void> }

  afterEach(async () => {
    await engine.stop()
    await api.stop()
    await db.destroy()
  })

  it(`gets every message once, or the ledger says that nobody knows (FAULT_SEED=${SEED})`, async () => {
    process.stdout.write(`fault seed ${SEED}\n`)
    const vendor = make()
    ;({ db } = await shopWithPeople(vendor.messages))
    const random = seeded(SEED)
    const arrivals = new Arrivals()
    const met = new Set<string>()
    api = new FakeApi((call) => {
      expect(call.path).not.toContain("elsewhere")
      const [fault, taken, answered] =
        random() < 0.3 ? FAULTS[Math.floor(random() * FAULTS.length)] : []
      if (fault) met.add(fault)
      if (answered && !taken) return answered({ status: 200, body: {} })
      const { answer, tokens } = vendor.take(call)
      for (const token of tokens) arrivals.note(token)
      return answered ? answered(answer) : answer
    })
    const run = await startedRun(db, name)
    engine = startEngine(db, vendor.create(await api.start()), 5_000)
    const completed = async () => (await loadRun(db, run)).status === "completed"
    await until("the run is completed", completed, 150_000)
    const progress = await reconcile(db, run, arrivals)
    expect(progress).toMatchObject({ frozen: vendor.messages, failed: 0, skipped: 0 })
    expect(met.size).toBeGreaterThan(3)
    process.stdout.write(`${name}: ${[...met].join(", ")}; ${progress.uncertain} uncertain\n`)
  })
})
