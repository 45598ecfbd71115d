import { addressProblem } from "../webhook/address"
import { restAfter, retryAfter, stopReason } from "../webhook/retry"
import { TOGETHER, together } from "../feed/together"

const HOUR = 3_600_000
const now = new Date("2026-11-22T10:00:00Z")

it("tries for about three days with growing pauses, and then gives up", () => {
  const pauses: number[] = []
  for (let tries = 1; retryAfter(tries) !== undefined; tries++) pauses.push(retryAfter(tries)!)
  expect(pauses).toEqual([...pauses].sort((a, b) => a - b))
  const hours = pauses.reduce((sum, ms) => sum + ms, 0) / HOUR
  expect(hours).toBeGreaterThan(72)
  expect(hours).toBeLessThan(80)
})

it("leaves alone who never answers, for ten minutes at most", () => {
  expect([0, 4, 5, 6, 7].map(restAfter)).toEqual([0, 0, 10_000, 20_000, 40_000])
  expect(restAfter(10_000)).toBe(600_000)
})

it.each([
  [500, 71, undefined],
  [500, 72, "failing"],
  [null, 72, "failing"],
  [410, 0, "gone"],
])("stops for HTTP %s after %s hours of failing: %s", (status, hours, expected) => {
  expect(stopReason(status, new Date(now.getTime() - hours * HOUR), now)).toBe(expected)
  expect(stopReason(500, null, now)).toBeUndefined()
})

it.each([
  ["https://crm.example/in", undefined],
  ["http://crm.example/in", undefined],
  ["crm.example", "https://"],
  ["ftp://crm.example", "https://"],
  ["https://user:password@crm.example", "password"],
  ["http://localhost:3000", "inside your own network"],
  ["http://127.0.0.1", "inside your own network"],
  ["http://2130706433", "inside your own network"],
  ["http://[::ffff:10.0.0.1]/", "inside your own network"],
  ["https://169.254.169.254/latest", "inside your own network"],
])("may tell %s: %s", (url, problem) => {
  const found = addressProblem(url, false)
  if (problem) expect(found).toContain(problem)
  else expect(found).toBeUndefined()
  if (problem?.startsWith("inside")) expect(addressProblem(url, true)).toBeUndefined()
})

it("tells cases of one type together, in their order, up to a hundred", () => {
  const one = (type: "opened" | "clicked", no: number) => ({
    type: `engage.message.${type}` as const,
    at: new Date(now.getTime() + no),
    item: { no },
  })
  const opened = Array.from({ length: TOGETHER + 1 }, (_, no) => one("opened", no))
  const events = together("messages", [...opened, one("clicked", 7)])
  expect(events.map(({ type, data }) => [type, (data.messages as object[]).length])).toEqual([
    ["engage.message.opened", TOGETHER],
    ["engage.message.opened", 1],
    ["engage.message.clicked", 1],
  ])
  expect(events[0].at).toEqual(new Date(now.getTime() + TOGETHER - 1))
  expect(events[2].data).toEqual({
    messages: [{ no: 7, at: new Date(now.getTime() + 7).toISOString() }],
  })
})
