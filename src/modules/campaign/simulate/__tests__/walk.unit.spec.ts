import type { CampaignPlan, CampaignStep } from "../../../../types/campaign-plan"
import { EMPTY_PLAN } from "../../flow/store"
import { summary } from "../simulate"
import { type Decide, type Entrant, simulateWalks } from "../walk"

const wait = (next: string | null, amount = 1): CampaignStep => ({
  type: "wait",
  for: { amount, unit: "days" },
  next: { next },
})
const mail = (sent: string | null): CampaignStep => ({
  type: "email",
  template_id: "t",
  next: { sent, not_sent: null },
})
const plan = (steps: Record<string, CampaignStep>, exit = false): CampaignPlan => ({
  ...EMPTY_PLAN,
  exit_on_order: exit,
  graph: { version: 2, first: Object.keys(steps)[0], steps },
})
const person = (id: number, change: Partial<Entrant> = {}): Entrant => ({
  profile_id: id,
  at: new Date("2026-03-27T09:00:00Z"),
  zone: "Europe/Berlin",
  ordered_at: null,
  context: {},
  ...change,
})
/** Odd people can be written to. */
const decide: Decide = async (_, step, people) =>
  new Map(
    people.map(({ profile_id: id }) => {
      if (step.type === "wait") return [id, { way: "next", why: null }]
      return [id, id % 2 ? { way: "sent", why: null } : { way: "not_sent", why: "no_consent" }]
    })
  )

it("a simulated way has the times of the engine, over the change of the clocks", async () => {
  const [walk] = await simulateWalks(plan({ a: wait("b", 3), b: mail(null) }), [person(1)], decide)
  // The clocks go forward on 29 March: three calendar days are 71 hours.
  const at = new Date("2026-03-30T08:00:00Z")
  expect(walk).toMatchObject({ reason: "finished", ended_at: at })
  expect(walk.path).toEqual([
    { step: "a", way: "next", at, why: null },
    { step: "b", way: "sent", at, why: null },
  ])
})

it("says why somebody gets no message, and ends where an order ends it", async () => {
  const ordered_at = new Date("2026-03-28T00:00:00Z")
  const mails = plan({ a: mail("b"), b: wait("c", 2), c: mail(null) }, true)
  const [silent, buyer] = await simulateWalks(mails, [person(2), person(3, { ordered_at })], decide)
  expect(silent.path).toMatchObject([{ step: "a", way: "not_sent", why: "no_consent" }])
  expect(buyer).toMatchObject({ reason: "ordered" })
  expect(buyer.path.map(({ step, way }) => `${step}:${way}`)).toEqual(["a:sent", "b:left"])
  expect(summary(mails, [silent, buyer])).toEqual({
    people: 2,
    messages: 1,
    ended: { finished: 1, ordered: 1 },
    steps: [
      { step: "a", came: 2, passed: { not_sent: 1, sent: 1 } },
      { step: "b", came: 1, passed: { left: 1 } },
    ],
  })
})

it("goes round a circle with a wait for half a year", async () => {
  const [walk] = await simulateWalks(plan({ a: wait("a", 30) }), [person(1)], decide)
  expect(walk.reason).toBe("still_inside")
  expect(walk.path).toHaveLength(6)
})
