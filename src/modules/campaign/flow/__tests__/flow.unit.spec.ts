import fc from "fast-check"
import { describeRegistry } from "../../../../rules/definitions"
import type { CampaignGraph, CampaignPlan, CampaignStep } from "../../../../types/campaign-plan"
import { STATIC_REGISTRY } from "../../../segment/registry"
import { move } from "../advance"
import type { Due } from "../due"
import { planProblems, reachable } from "../problems"
import { shareOf } from "../split"
import { EMPTY_PLAN } from "../store"
import { dueAt } from "../timing"

const registry = describeRegistry(STATIC_REGISTRY)
const known = {
  templates: new Set(["tmpl_1", "tmpl_code"]),
  with_code: new Set(["tmpl_code"]),
  segments: new Set(["seg_1"]),
  audiences: new Set(["aud_1"]),
  senders: new Set(["sender_1"]),
}
const email = (next: string | null = null): CampaignStep => ({
  type: "email",
  template_id: "tmpl_1",
  next: { sent: next, not_sent: next },
})
const wait = (next: string | null): CampaignStep => ({
  type: "wait",
  for: { amount: 1, unit: "days" },
  next: { next },
})
const ORDERS_RULE = {
  version: 1 as const,
  root: {
    type: "group" as const,
    op: "and" as const,
    children: [
      { type: "condition" as const, attribute: "orders", operator: "gte" as const, value: 2 },
    ],
  },
}
const plan = (
  steps: Record<string, CampaignStep>,
  change: Partial<CampaignPlan> = {}
): CampaignPlan => ({
  ...EMPTY_PLAN,
  trigger: { type: "order_placed" },
  graph: { version: 2, first: Object.keys(steps)[0] ?? null, steps },
  ...change,
})
const problems = (...args: Parameters<typeof plan>) => planProblems(plan(...args), registry, known)

describe("a plan can be published", () => {
  it("when everything in it is said", () => {
    const filter: CampaignStep = {
      type: "filter",
      rules: ORDERS_RULE,
      next: { yes: "mail", no: null },
    }
    expect(problems({ wait: wait("filter"), filter, mail: email() })).toEqual([])
  })

  it.each<[string, Record<string, CampaignStep>, Partial<CampaignPlan>, string | null, RegExp]>([
    ["no trigger", { a: email() }, { trigger: null }, null, /what lets people in/],
    ["no event", { a: email() }, { trigger: { type: "event", name: "" } }, null, /event/],
    [
      "a segment that is gone",
      { a: email() },
      { trigger: { type: "segment_entered", segment_id: "x", members: true } },
      null,
      /segment/,
    ],
    ["no step", {}, {}, null, /first step/],
    ["no template", { a: { ...email(), template_id: null } as CampaignStep }, {}, "a", /template/],
    [
      "an empty rule",
      {
        a: {
          type: "filter",
          rules: { version: 1, root: { type: "group", op: "and", children: [] } },
          next: { yes: null, no: null },
        },
      },
      {},
      "a",
      /empty rule/,
    ],
    [
      "shares of 90 %",
      { a: { type: "split", shares: [40, 50], next: { a: null, b: null } } },
      {},
      "a",
      /90 %/,
    ],
    ["a way to nowhere", { a: wait("gone") }, {}, "a", /not there/],
    ["a circle without a wait", { a: email("a") }, {}, "a", /without a wait/],
  ])("but not with %s", (_, steps, change, step, message) => {
    expect(problems(steps, change)).toEqual([{ step, message: expect.stringMatching(message) }])
  })

  it("with circles that wait, and ways that meet again", () => {
    const split: CampaignStep = { type: "split", shares: [50, 50], next: { a: "mail", b: "mail" } }
    expect(problems({ split, mail: email("pause"), pause: wait("split") })).toEqual([])
  })

  it("with a promo code in a message only after a step that gives one", () => {
    const coded = { ...email(), template_id: "tmpl_code" } as CampaignStep
    const promo: CampaignStep = {
      type: "promo",
      discount: "percent",
      value: 10,
      currency: "eur",
      pattern: "HI-######",
      days: null,
      max_uses: null,
      revoke_on_exit: false,
      revoke_on_refund: false,
      next: { given: "pause", not_given: null },
    }
    expect(problems({ promo, pause: wait("mail"), mail: coded })).toEqual([])
    const before = { mail: { ...coded, next: { sent: "promo", not_sent: null } } as CampaignStep }
    expect(
      problems({ ...before, promo: { ...promo, next: { given: null, not_given: null } } })
    ).toEqual([{ step: "mail", message: expect.stringMatching(/no step before/) }])
  })

  it("whatever nobody can come to is left out", () => {
    expect(reachable(plan({ a: wait("b"), b: email(), lost: email("a") }).graph)).toEqual([
      "a",
      "b",
    ])
  })

  it("is decided for a campaign of 500 steps in one walk", () => {
    const steps = Object.fromEntries(
      Array.from({ length: 500 }, (_, i): [string, CampaignStep] => [
        `s${i}`,
        {
          type: "split",
          shares: [50, 50],
          next: { a: i < 499 ? `s${i + 1}` : null, b: i < 498 ? `s${i + 2}` : null },
        },
      ])
    )
    expect(problems(steps)).toEqual([])
  })
})

describe("a step is due", () => {
  const at = (text: string) => new Date(text)
  const until = (time: string, weekdays: number[] = []): CampaignStep => ({
    type: "wait_until",
    time,
    weekdays,
    next: { next: null },
  })

  it("at once, unless it waits", () => {
    const now = at("2026-03-01T10:00:00Z")
    expect(dueAt(email(), now, "UTC")).toEqual(now)
    const hours: CampaignStep = {
      type: "wait",
      for: { amount: 36, unit: "hours" },
      next: { next: null },
    }
    expect(dueAt(hours, now, "Europe/Berlin")).toEqual(at("2026-03-02T22:00:00Z"))
  })

  it.each([
    // The clocks go forward in Berlin on 29 March 2026 and back on 25 October.
    ["2026-03-28T09:00:00Z", "2026-03-29T08:00:00Z"],
    ["2026-10-24T08:00:00Z", "2026-10-25T09:00:00Z"],
    // 02:30 does not exist on 29 March: it is as much later as the clocks jump.
    ["2026-03-28T01:30:00Z", "2026-03-29T01:30:00Z"],
  ])("a calendar day after %s at %s", (now, due) => {
    expect(dueAt(wait(null), at(now), "Europe/Berlin")).toEqual(at(due))
  })

  it("at the next such time where the person lives", () => {
    const now = at("2026-11-22T10:00:00Z") // a Sunday
    expect(dueAt(until("09:30"), now, "UTC")).toEqual(at("2026-11-23T09:30:00Z"))
    expect(dueAt(until("10:00"), now, "UTC")).toEqual(now)
    expect(dueAt(until("09:30"), now, "America/New_York")).toEqual(at("2026-11-22T14:30:00Z"))
    expect(dueAt(until("09:30", [3, 4]), now, "Asia/Tokyo")).toEqual(at("2026-11-25T00:30:00Z"))
    expect(dueAt(until("09:30", [7]), now, "UTC")).toEqual(at("2026-11-29T09:30:00Z"))
  })

  it("on no holiday where the person lives, if it minds them", () => {
    const now = at("2026-12-24T22:30:00Z") // Christmas Day already in Tokyo
    const closed = (day: string) => ["2026-12-25", "2026-12-26"].includes(day)
    const minding = (step: CampaignStep) => ({ ...step, skip_holidays: true }) as CampaignStep
    const hour = minding({
      type: "wait",
      for: { amount: 1, unit: "hours" },
      next: { next: null },
    })
    expect(dueAt(hour, now, "UTC", closed)).toEqual(at("2026-12-24T23:30:00Z"))
    expect(dueAt(hour, now, "Asia/Tokyo", closed)).toEqual(at("2026-12-26T23:30:00Z"))
    const nine = until("09:00")
    expect(dueAt(nine, now, "UTC", closed)).toEqual(at("2026-12-25T09:00:00Z"))
    expect(dueAt(minding(nine), now, "UTC", closed)).toEqual(at("2026-12-27T09:00:00Z"))
    const fridays = minding(until("09:00", [5]))
    expect(dueAt(fridays, now, "UTC", closed)).toEqual(at("2027-01-01T09:00:00Z"))
  })

  it("as if there were no holidays when every day is one", () => {
    const now = at("2026-12-24T10:00:00Z")
    const step = { ...until("09:00"), skip_holidays: true } as CampaignStep
    expect(dueAt(step, now, "UTC", () => true)).toEqual(at("2026-12-25T09:00:00Z"))
  })

  it("never before now, and within eight days, in every zone", () => {
    const zones = fc.constantFrom(
      "UTC",
      "Europe/Berlin",
      "America/St_Johns",
      "Pacific/Apia",
      "Asia/Kathmandu"
    )
    const time = fc
      .tuple(fc.nat(23), fc.nat(59))
      .map(([h, m]) => `${String(h).padStart(2, "0")}:${String(m).padStart(2, "0")}`)
    const now = fc.date({ min: at("2026-01-01"), max: at("2027-12-31"), noInvalidDate: true })
    fc.assert(
      fc.property(
        now,
        zones,
        time,
        fc.subarray([1, 2, 3, 4, 5, 6, 7]),
        (when, zone, clock, days) => {
          const wait = dueAt(until(clock, days), when, zone).getTime() - when.getTime()
          expect(wait).toBeGreaterThanOrEqual(0)
          expect(wait).toBeLessThanOrEqual(8 * 86_400_000 + 3_600_000)
        }
      )
    )
  })
})

describe("a split", () => {
  it("sends the same person the same way, and as many as it says", () => {
    const counts: Record<string, number> = { a: 0, b: 0, c: 0 }
    for (let person = 1; person <= 10_000; person++) {
      const way = shareOf("cmp_1 s1", person, [70, 20, 10])
      expect(shareOf("cmp_1 s1", person, [70, 20, 10])).toBe(way)
      counts[way] += 1
    }
    expect(counts.a).toBeGreaterThan(6_800)
    expect(counts.a).toBeLessThan(7_200)
    expect(counts.b).toBeGreaterThan(1_850)
    expect(counts.b).toBeLessThan(2_150)
  })

  it("is drawn anew for another step", () => {
    const same = Array.from({ length: 1_000 }, (_, i) => i).filter(
      (i) => shareOf("cmp_1 s1", i, [50, 50]) === shareOf("cmp_1 s2", i, [50, 50])
    )
    expect(same.length).toBeGreaterThan(400)
    expect(same.length).toBeLessThan(600)
  })
})

describe("where somebody goes", () => {
  const now = new Date("2026-11-22T10:00:00Z")
  const due: Due = {
    id: 7,
    profile_id: 1,
    version: 1,
    step: "mail",
    moves: 0,
    zone: "UTC",
    removed: false,
    ordered: false,
    context: {},
    facts: {},
    found: null,
  }
  const of = (change: Partial<Due>, way: string | undefined, more: Partial<CampaignPlan> = {}) => {
    const whole = plan({ mail: email("pause"), pause: wait(null) }, more)
    return move({ ...due, ...change }, whole, whole.graph.steps[change.step ?? "mail"], way, now)
  }

  it("is the step that follows, when it is due", () => {
    expect(of({}, "sent")).toEqual({
      id: 7,
      way: "sent",
      step: "pause",
      due_at: new Date("2026-11-23T10:00:00Z"),
      reason: null,
    })
    expect(of({ step: "pause" }, "next")).toMatchObject({ step: null, reason: "finished" })
  })

  it("is out, for a reason that comes before the step", () => {
    expect(of({ removed: true }, undefined)).toMatchObject({
      step: null,
      reason: "removed",
      way: "left",
    })
    expect(of({ ordered: true }, "sent")).toMatchObject({ step: "pause" })
    expect(of({ ordered: true }, undefined, { exit_on_order: true })).toMatchObject({
      reason: "ordered",
    })
    expect(of({ moves: 1_000 }, undefined)).toMatchObject({ reason: "too_long" })
    expect(of({ step: "gone" }, undefined)).toMatchObject({ reason: "step_gone" })
  })

  it("ends for everybody, whatever the graph, when nothing waits for ever", () => {
    const ids = ["a", "b", "c", "d", "e"]
    const target = fc.option(fc.constantFrom(...ids), { nil: null })
    const graph = fc
      .tuple(...ids.map(() => fc.tuple(target, target)))
      .map((targets): CampaignGraph => ({
        version: 2,
        first: "a",
        steps: Object.fromEntries(
          ids.map((id, i) => [
            id,
            { type: "split", shares: [50, 50], next: { a: targets[i][0], b: targets[i][1] } },
          ])
        ),
      }))
    fc.assert(
      fc.property(graph, fc.infiniteStream(fc.constantFrom("a", "b")), (one, ways) => {
        const whole = { ...plan({}), graph: one }
        const busy = planProblems(whole, registry, known).length > 0
        let at: string | null = "a"
        let moves = 0
        for (; at !== null && moves < 2_000; moves++) {
          const step: CampaignStep = one.steps[at]
          at = move({ ...due, step: at, moves }, whole, step, ways.next().value, now).step
        }
        expect(at).toBeNull()
        // A plan without a circle is through it in as many moves as it has steps.
        if (!busy) expect(moves).toBeLessThanOrEqual(ids.length)
      })
    )
  })
})
