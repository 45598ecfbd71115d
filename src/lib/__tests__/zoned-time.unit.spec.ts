import { minutesOf, nextOpen, timeOf, wallTime, zonedInstant } from "../zoned-time"

const DAY = { from: minutesOf("09:00"), to: minutesOf("21:00") }
const at = (iso: string) => new Date(iso)
const open = (iso: string, zone: string, window = DAY) =>
  nextOpen(at(iso), zone, window).toISOString()

describe("a wall time", () => {
  it.each([
    ["2026-12-01T09:00", "Europe/Berlin", "2026-12-01T08:00:00.000Z"],
    ["2026-07-01T09:00", "Europe/Berlin", "2026-07-01T07:00:00.000Z"],
    ["2026-12-01T09:00", "America/New_York", "2026-12-01T14:00:00.000Z"],
    ["2026-12-01T09:00", "Asia/Kathmandu", "2026-12-01T03:15:00.000Z"],
    ["2026-12-01T09:00", "Pacific/Kiritimati", "2026-11-30T19:00:00.000Z"],
    ["2026-12-01T09:00", "UTC", "2026-12-01T09:00:00.000Z"],
  ])("%s in %s", (wall, zone, instant) => {
    expect(zonedInstant(wall, zone).toISOString()).toBe(instant)
    expect(wallTime(at(instant), zone)).toBe(wall)
  })

  it("that the clocks leave out comes as much later as they jump", () => {
    expect(zonedInstant("2026-03-29T02:30", "Europe/Berlin").toISOString()).toBe(
      "2026-03-29T01:30:00.000Z"
    )
    expect(zonedInstant("2026-03-08T02:15", "America/New_York").toISOString()).toBe(
      "2026-03-08T07:15:00.000Z"
    )
  })

  it("that comes twice is the first of the two", () => {
    expect(zonedInstant("2026-10-25T02:30", "Europe/Berlin").toISOString()).toBe(
      "2026-10-25T00:30:00.000Z"
    )
    expect(zonedInstant("2026-11-01T01:30", "America/New_York").toISOString()).toBe(
      "2026-11-01T05:30:00.000Z"
    )
  })

  it("keeps its place in the day on both sides of a change", () => {
    expect(zonedInstant("2026-03-28T09:00", "Europe/Berlin").toISOString()).toBe(
      "2026-03-28T08:00:00.000Z"
    )
    expect(zonedInstant("2026-03-30T09:00", "Europe/Berlin").toISOString()).toBe(
      "2026-03-30T07:00:00.000Z"
    )
    expect(zonedInstant("2026-10-26T09:00", "Europe/Berlin").toISOString()).toBe(
      "2026-10-26T08:00:00.000Z"
    )
  })
})

describe("the next open hour", () => {
  it("is now inside the window, its start before, and the start of the next day after", () => {
    expect(open("2026-12-01T08:00:00Z", "Europe/Berlin")).toBe("2026-12-01T08:00:00.000Z")
    expect(open("2026-12-01T07:59:00Z", "Europe/Berlin")).toBe("2026-12-01T08:00:00.000Z")
    expect(open("2026-12-01T19:59:00Z", "Europe/Berlin")).toBe("2026-12-01T19:59:00.000Z")
    expect(open("2026-12-01T20:00:00Z", "Europe/Berlin")).toBe("2026-12-02T08:00:00.000Z")
    expect(open("2026-12-31T23:30:00Z", "America/Los_Angeles")).toBe("2026-12-31T23:30:00.000Z")
  })

  it("follows the clocks over a change in the night", () => {
    expect(open("2026-03-28T22:00:00Z", "Europe/Berlin")).toBe("2026-03-29T07:00:00.000Z")
    expect(open("2026-10-24T21:00:00Z", "Europe/Berlin")).toBe("2026-10-25T08:00:00.000Z")
    expect(open("2026-03-08T06:30:00Z", "America/New_York")).toBe("2026-03-08T13:00:00.000Z")
  })

  it("may lie in a window that runs over midnight", () => {
    const night = { from: minutesOf("22:00"), to: minutesOf("06:00") }
    expect(open("2026-12-01T23:00:00Z", "UTC", night)).toBe("2026-12-01T23:00:00.000Z")
    expect(open("2026-12-01T05:59:00Z", "UTC", night)).toBe("2026-12-01T05:59:00.000Z")
    expect(open("2026-12-01T06:00:00Z", "UTC", night)).toBe("2026-12-01T22:00:00.000Z")
  })

  it("is any hour when the window is the whole day", () => {
    expect(open("2026-12-01T03:00:00Z", "UTC", { from: 0, to: 0 })).toBe("2026-12-01T03:00:00.000Z")
    expect(open("2026-12-01T23:59:00Z", "UTC", { from: 0, to: 1440 })).toBe(
      "2026-12-01T23:59:00.000Z"
    )
  })

  it("never lies in the past when its start comes twice", () => {
    const window = { from: minutesOf("02:45"), to: minutesOf("04:00") }
    expect(open("2026-10-25T01:40:00Z", "Europe/Berlin", window)).toBe("2026-10-25T01:40:00.000Z")
  })
})

it("tells hours and minutes apart", () => {
  expect(["00:00", "09:05", "21:00"].map(minutesOf)).toEqual([0, 545, 1260])
  expect([0, 545, 1260].map(timeOf)).toEqual(["00:00", "09:05", "21:00"])
})
