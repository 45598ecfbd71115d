import type { Progress } from "../../../types/broadcast"
import { type BroadcastPlan, DEFAULT_PLAN } from "../../../types/broadcast-plan"
import { assertFuture, collectAt, sendPlan, windowOf } from "../broadcast/plan"
import { firstDay } from "../broadcast/cap"
import { waitingFor } from "../broadcast/waiting"

const NOW = new Date("2026-12-01T08:00:00Z")
const plan = (change: Partial<BroadcastPlan>): BroadcastPlan => ({ ...DEFAULT_PLAN, ...change })

describe("a schedule", () => {
  const at = (zone: string | null) =>
    plan({ schedule: { mode: "at", at: "2026-12-01T09:30", zone } })
  const local = plan({ schedule: { mode: "local", at: "2026-12-02T09:00" } })

  it("names a moment in its zone, or in the shop's", () => {
    expect(collectAt(at(null), "Europe/Berlin", [])?.toISOString()).toBe("2026-12-01T08:30:00.000Z")
    expect(collectAt(at("Asia/Tokyo"), "UTC", [])?.toISOString()).toBe("2026-12-01T00:30:00.000Z")
    expect(collectAt(DEFAULT_PLAN, "UTC", [])).toBeNull()
  })

  it("of each recipient's hour is collected when the first zone has it", () => {
    const zones = ["America/New_York", "Asia/Tokyo"]
    expect(collectAt(local, "Europe/Berlin", zones)?.toISOString()).toBe("2026-12-02T00:00:00.000Z")
  })

  it("must lie ahead where it is meant", () => {
    expect(() => assertFuture(at("Asia/Tokyo"), "UTC", NOW)).toThrow(
      "2026-12-01 09:30 in Asia/Tokyo has passed"
    )
    expect(() => assertFuture(at(null), "Europe/Berlin", NOW)).not.toThrow()
    expect(() => assertFuture(at(null), "Europe/Kyiv", NOW)).toThrow("has passed")
  })

  it("goes by the hours of the day unless it is to be delivered immediately", () => {
    expect(windowOf(DEFAULT_PLAN)).toEqual({ from: 540, to: 1260 })
    expect(windowOf(plan({ deliver_immediately: true }))).toBeNull()
    const context = {
      zone: "Europe/Berlin",
      control: null,
      capped: null,
      holidays: () => false,
    }
    expect(sendPlan(at(null), context, NOW).base).toEqual({ at: new Date("2026-12-01T08:30:00Z") })
    expect(sendPlan(local, context, NOW).base).toEqual({ wall: "2026-12-02T09:00" })
    expect(sendPlan(DEFAULT_PLAN, context, NOW).base).toEqual({ at: NOW })
  })
})

it("counts the days of a cap as on a calendar, its own day included", () => {
  const weekly = plan({ schedule: { mode: "local", at: "2026-03-02T20:00" } })
  expect(firstDay(weekly, 7, "2026-03-01T23:00")).toBe("2026-02-24")
  expect(firstDay(weekly, 1, "2026-03-01T23:00")).toBe("2026-03-02")
  expect(firstDay(DEFAULT_PLAN, 30, "2026-03-01T23:00")).toBe("2026-01-31")
})

describe("why a broadcast waits", () => {
  const progress = (change: Partial<Progress>): Progress => ({
    frozen: 100,
    waiting: 60,
    accepted: 40,
    failed: 0,
    skipped: 0,
    uncertain: 0,
    rate: 0,
    next_at: null,
    last_at: null,
    held: 0,
    per_minute: null,
    last_error: null,
    ...change,
  })
  const sending = { status: "sending" as const, collect_at: null }
  const later = "2026-12-01T14:00:00.000Z"

  it.each([
    [
      { next_at: later, last_at: later },
      { why: "hours", until: later, eta: later },
    ],
    [{ per_minute: 20 }, { why: "limit", until: null, eta: "2026-12-01T08:03:00.000Z" }],
    [{ rate: 6 }, { why: "queue", until: null, eta: "2026-12-01T08:00:10.000Z" }],
    [{ last_error: "421 slow down" }, { why: "provider", until: null, eta: null }],
    [{ held: 60 }, { why: "winner", until: null, eta: null }],
  ])("%j", (change, expected) => {
    expect(waitingFor(sending, progress(change), NOW)).toEqual(expected)
  })

  it("follows its status before and after", () => {
    const scheduled = { status: "scheduled" as const, collect_at: later }
    expect(waitingFor(scheduled, null, NOW)).toEqual({ why: "schedule", until: later, eta: null })
    expect(waitingFor({ ...sending, status: "paused" }, progress({}), NOW)?.why).toBe("paused")
    expect(waitingFor({ ...sending, status: "freezing" }, null, NOW)?.why).toBe("audience")
    expect(
      waitingFor({ ...sending, status: "completed" }, progress({ waiting: 0 }), NOW)
    ).toBeNull()
  })
})
