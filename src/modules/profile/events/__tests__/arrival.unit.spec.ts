import { arrivalState } from "../arrival"

const NOW = new Date("2026-06-10T12:00:00Z")

describe("a source of events", () => {
  it.each([
    [null, 0, "waiting"],
    ["2026-06-09T12:00:00Z", 0, "current"],
    ["2026-06-09T11:59:59Z", 6, "quiet"],
    ["2026-06-09T11:59:59Z", 7, "silent"],
  ])("last heard of %s, on %i days, is %s", (last, days, state) =>
    expect(arrivalState(last === null ? null : new Date(last), days, NOW)).toBe(state)
  )
})
