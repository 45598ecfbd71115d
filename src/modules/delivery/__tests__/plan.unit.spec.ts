import { atOnce, dueAt, isZoned, planSlots, type SendPlan, splitBounds } from "../ledger/plan"

const NOW = new Date("2026-12-01T08:30:00Z")
const DAY = { from: 9 * 60, to: 21 * 60 }
const plan = (change: Partial<SendPlan>): SendPlan => ({ ...atOnce(NOW), ...change })
const due = (change: Partial<SendPlan>, zone: string, hour = 0) =>
  dueAt(plan(change), { zone, hour }, NOW).toISOString()

describe("the time a message is due", () => {
  it("is now when nothing is said", () => {
    expect(due({}, "America/New_York")).toBe("2026-12-01T08:30:00.000Z")
    expect(isZoned(atOnce(NOW))).toBe(false)
  })

  it("waits for the recipient's day", () => {
    expect(due({ window: DAY }, "Europe/Berlin")).toBe("2026-12-01T08:30:00.000Z")
    expect(due({ window: DAY }, "America/New_York")).toBe("2026-12-01T14:00:00.000Z")
    expect(due({ window: DAY }, "Asia/Tokyo")).toBe("2026-12-01T08:30:00.000Z")
    expect(due({ window: DAY }, "Pacific/Auckland")).toBe("2026-12-01T20:00:00.000Z")
  })

  it("is each recipient's own hour, also where the clocks change that day", () => {
    const base = { wall: "2027-03-28T10:00" }
    expect(due({ base }, "Europe/Berlin")).toBe("2027-03-28T08:00:00.000Z")
    expect(due({ base }, "UTC")).toBe("2027-03-28T10:00:00.000Z")
    expect(due({ base }, "America/New_York")).toBe("2027-03-28T14:00:00.000Z")
  })

  it("is each recipient's best hour in the day that begins at a time of their own", () => {
    const base = { best: "2026-12-02T09:30" }
    expect(due({ base }, "Europe/Berlin", 10)).toBe("2026-12-02T09:00:00.000Z")
    expect(due({ base }, "Europe/Berlin", 9)).toBe("2026-12-03T08:00:00.000Z")
    expect(due({ base }, "America/New_York", 20)).toBe("2026-12-03T01:00:00.000Z")
    expect(due({ base: { best: "2026-12-31T10:00" } }, "UTC", 9)).toBe("2027-01-01T09:00:00.000Z")
    // Clocks go from two to three that night.
    expect(due({ base: { best: "2027-03-27T12:00" } }, "Europe/Berlin", 2)).toBe(
      "2027-03-28T01:00:00.000Z"
    )
    expect(isZoned(plan({ base }))).toBe(true)
  })

  it("is on no closed day where the recipient lives, and still in the hours of the day", () => {
    const closed = (day: string) => ["2026-12-01", "2026-12-03"].includes(day)
    expect(due({ closed }, "Europe/Berlin")).toBe("2026-12-02T08:30:00.000Z")
    expect(due({ closed, window: DAY }, "Pacific/Auckland")).toBe("2026-12-01T20:00:00.000Z")
    expect(due({ closed, base: { wall: "2026-12-03T10:00" } }, "UTC")).toBe(
      "2026-12-04T10:00:00.000Z"
    )
    expect(due({ closed: () => true }, "UTC")).toBe("2026-12-01T08:30:00.000Z")
    expect(isZoned(plan({ closed }))).toBe(true)
  })

  it("is never in the past: who has had the hour gets it now, or when the next day opens", () => {
    const base = { wall: "2026-12-01T10:00" }
    expect(due({ base }, "Asia/Tokyo")).toBe("2026-12-01T08:30:00.000Z")
    expect(due({ base, window: { from: 9 * 60, to: 17 * 60 } }, "Asia/Tokyo")).toBe(
      "2026-12-02T00:00:00.000Z"
    )
  })
})

describe("the slots of a plan", () => {
  it("are one for each time, and each zone knows its own", () => {
    const zoned = plan({ zone: "Europe/Berlin", window: DAY })
    const { slots, times, fallback } = planSlots(
      zoned,
      ["America/New_York", "Europe/Paris"].map((zone) => ({ zone, hour: 0 })),
      NOW
    )
    expect(slots.map(({ slot, due_at }) => [slot, due_at.toISOString()])).toEqual([
      [0, "2026-12-01T08:30:00.000Z"],
      [1, "2026-12-01T14:00:00.000Z"],
    ])
    expect([times, fallback]).toEqual([[1, 0], 0])
  })

  it("know each zone with each hour, and the shop's hour for the others", () => {
    const best = plan({ zone: "UTC", base: { best: "2026-12-02T00:00" } })
    const places = [
      { zone: "UTC", hour: 9 },
      { zone: "Europe/Berlin", hour: 10 },
      { zone: "Europe/Berlin", hour: 20 },
    ]
    const { slots, times, fallback } = planSlots(best, places, NOW, 12)
    expect(slots.map(({ due_at }) => due_at.toISOString())).toEqual([
      "2026-12-02T09:00:00.000Z",
      "2026-12-02T12:00:00.000Z",
      "2026-12-02T19:00:00.000Z",
    ])
    expect([times, fallback]).toEqual([[0, 0, 2], 1])
  })

  it("are one for each time and share of a split; what waits for the winner is held", () => {
    const split = plan({
      split: [
        { share: 1000, role: "variant" },
        { share: 1000, role: "variant" },
        { share: 8000, role: "waiting" },
      ],
    })
    const { slots } = planSlots(split, [], NOW)
    expect(slots.map(({ slot, variant, held }) => [slot, variant, held])).toEqual([
      [0, 0, false],
      [1, 1, false],
      [2, null, true],
    ])
    expect(splitBounds(split.split)).toEqual([1000, 2000])
  })
})
