import { zonedInstant } from "../../../lib/zoned-time"
import type { Repeat, TimedSchedule } from "../../../types/broadcast-plan"
import { nextSchedule } from "../broadcast/repeat"
import { missedTimes } from "../broadcast/series"

const schedule = (at: string, every: Repeat["every"], until: string | null = null) =>
  ({ mode: "at", at, zone: "Europe/Berlin", repeat: { every, until } }) satisfies TimedSchedule
const due = (one: TimedSchedule) => zonedInstant(one.at, "Europe/Berlin")

/** The first runs from a schedule on, at most `most`. */
function runs(first: TimedSchedule, most: number): TimedSchedule[] {
  const found: TimedSchedule[] = []
  for (let run: TimedSchedule | null = first; run && found.length < most; run = nextSchedule(run)) {
    found.push(run)
  }
  return found
}

describe("the next run of a repeating broadcast", () => {
  const walls = (first: TimedSchedule, most: number) => runs(first, most).map(({ at }) => at)

  it("is at the same time a day, a week or a month later", () => {
    expect(walls(schedule("2026-12-31T09:30", "day"), 2)[1]).toBe("2027-01-01T09:30")
    expect(walls(schedule("2028-02-24T09:30", "week"), 2)[1]).toBe("2028-03-02T09:30")
    expect(walls(schedule("2026-12-15T09:30", "month"), 2)[1]).toBe("2027-01-15T09:30")
  })

  it("is on the last day of a month that is too short, and then on the day that is meant again", () => {
    expect(walls(schedule("2028-01-31T09:00", "month"), 5)).toEqual([
      "2028-01-31T09:00",
      "2028-02-29T09:00",
      "2028-03-31T09:00",
      "2028-04-30T09:00",
      "2028-05-31T09:00",
    ])
  })

  it("keeps to a day that somebody moved it to", () => {
    const [, february] = runs(schedule("2027-01-31T09:00", "month"), 2)
    expect(nextSchedule({ ...february, at: "2027-02-10T09:00" })!.at).toBe("2027-03-10T09:00")
  })

  it("keeps the hour of the day when the clocks go forward and back", () => {
    const instants = (first: TimedSchedule) => runs(first, 3).map((run) => due(run).toISOString())
    expect(instants(schedule("2027-03-27T02:30", "day"))).toEqual([
      "2027-03-27T01:30:00.000Z",
      "2027-03-28T01:30:00.000Z", // 02:30 is left out: 03:30
      "2027-03-29T00:30:00.000Z",
    ])
    expect(instants(schedule("2027-10-30T02:30", "day"))).toEqual([
      "2027-10-30T00:30:00.000Z",
      "2027-10-31T00:30:00.000Z", // the first of the two
      "2027-11-01T01:30:00.000Z",
    ])
  })

  it("is not after the last day, and there is none of what does not repeat", () => {
    expect(walls(schedule("2026-12-01T09:00", "week", "2026-12-15"), 9)).toHaveLength(3)
    expect(nextSchedule({ mode: "local", at: "2026-12-01T09:00" })).toBeNull()
  })
})

describe("a run that was missed", () => {
  const first = schedule("2026-12-01T09:00", "day")
  const at = (now: string, lifetime: number | null = null, one = first) => {
    const { missed, next } = missedTimes(one, due, lifetime, new Date(now))
    return [missed.map((time) => time.toISOString().slice(0, 10)), next?.at ?? null]
  }

  it("is sent late within a day, or within the life of its messages", () => {
    const weekly = schedule("2026-12-01T09:00", "week")
    expect(at("2026-12-02T08:00:00Z", null, weekly)).toEqual([[], "2026-12-01T09:00"])
    expect(at("2026-12-02T08:00:01Z", null, weekly)).toEqual([["2026-12-01"], "2026-12-08T09:00"])
    expect(at("2026-12-01T10:00:01Z", 2, weekly)).toEqual([["2026-12-01"], "2026-12-08T09:00"])
    expect(at("2026-12-03T08:00:00Z", 48, weekly)).toEqual([[], "2026-12-01T09:00"])
  })

  it("is passed over when the one after it is due as well: nobody gets two at once", () => {
    expect(at("2026-12-04T08:00:00Z", 720)).toEqual([
      ["2026-12-01", "2026-12-02", "2026-12-03"],
      "2026-12-04T09:00",
    ])
  })

  it("has none after it when the last day is over", () => {
    const short = schedule("2026-12-01T09:00", "day", "2026-12-02")
    expect(at("2026-12-09T08:00:00Z", null, short)).toEqual([["2026-12-01", "2026-12-02"], null])
  })
})
