import { type MessageFactsRow, tellStory } from "../why"

const SENT = new Date("2026-11-02T10:00:00Z")
const ASKED = new Date("2026-10-01T10:00:00Z")
const row = (part: Partial<MessageFactsRow> = {}): MessageFactsRow => ({
  state: "accepted",
  reason: null,
  error: null,
  sent_at: SENT,
  run_at: SENT,
  delivered_at: null,
  opened_at: null,
  clicked_at: null,
  bounced_at: null,
  provider: "smtp",
  channel: "email",
  topic: "news",
  address: "ann@shop.example",
  rule: null,
  bounce: null,
  ...part,
})
const known = {
  at: SENT,
  consent: [
    { topic: "*", state: "subscribed", at: ASKED, now: "unsubscribed" },
    { topic: "news", state: null, at: null, now: null },
  ],
  suppressed: undefined,
}
const results = (part: Partial<MessageFactsRow>) =>
  Object.fromEntries(tellStory(row(part), known).checks.map(({ key, result }) => [key, result]))
const check = (part: Partial<MessageFactsRow>, name: string, more: object = {}) =>
  tellStory(row(part), { ...known, ...more }).checks.find(({ key }) => key === name)

describe("why a message arrived or not", () => {
  it("passes what came before the reason, fails that, and leaves the rest open", () => {
    expect(results({ state: "skipped", reason: 3, sent_at: null })).toMatchObject({
      ...{ person: "pass", address: "pass", suppression: "pass", consent: "fail" },
      ...{ topic: "open", policy: "open", service: "open", arrival: "open" },
    })
    expect(results({ state: "skipped", reason: 104 })).toMatchObject({
      ...{ consent: "pass", time: "pass", policy: "fail", content: "open" },
    })
    expect(check({ state: "skipped", reason: 104, rule: "Two a week" }, "policy")).toMatchObject({
      value: "Two a week",
    })
  })

  it("tells what was so then, and now where it is different", () => {
    expect(check({}, "consent")).toEqual({
      key: "consent",
      result: "pass",
      value: "subscribed",
      since: ASKED.toISOString(),
      now: "unsubscribed",
    })
    const later = { suppressed: { reason: "complaint", at: new Date("2026-11-03T10:00:00Z") } }
    expect(check({}, "suppression", later)).toMatchObject({ value: null, now: "complaint" })
    const before = { suppressed: { reason: "hard_bounce", at: ASKED } }
    expect(check({ state: "skipped", reason: 5 }, "suppression", before)).toMatchObject({
      result: "fail",
      value: "hard_bounce",
      now: null,
    })
  })

  it("tells the service's answer, and that of the receiving side", () => {
    const refused = { state: "failed" as const, reason: 21, error: "450 limit reached" }
    expect(check(refused, "service")).toMatchObject({ result: "fail", value: "450 limit reached" })
    expect(tellStory(row(refused), known)).toMatchObject({ failed: "service", trouble: "rejected" })
    const back = {
      bounced_at: SENT,
      bounce: { class: "hard", code: "5.1.1", text: "no such user" },
    }
    expect(check(back, "arrival")).toMatchObject({ result: "fail", value: "5.1.1 no such user" })
    expect(tellStory(row(back), known)).toMatchObject({ failed: "arrival", trouble: "hard" })
  })

  it("says what is not known", () => {
    expect(results({})).toMatchObject({ service: "pass", arrival: "open" })
    expect(results({ opened_at: SENT })).toMatchObject({ arrival: "pass" })
    expect(results({ state: "uncertain" })).toMatchObject({ service: "open", arrival: "open" })
    expect(results({ state: "waiting", sent_at: null })).toMatchObject({
      ...{ consent: "pass", draw: "pass", policy: "open", service: "open" },
    })
    expect(tellStory(row({ state: "waiting" }), known).failed).toBeNull()
  })
})
