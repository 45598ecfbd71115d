import { isTooBad } from "../brake"

const brake = { enabled: true, after: 500, bounce_percent: 5, complaint_percent: 0.3 }

describe("when a broadcast is stopped by itself", () => {
  it("stops above the share of dead addresses, not at it", () => {
    expect(isTooBad(brake, { tried: 1_000, dead: 50, complained: 0 })).toBe(false)
    expect(isTooBad(brake, { tried: 1_000, dead: 51, complained: 0 })).toBe(true)
  })

  it("stops above the share of complaints", () => {
    expect(isTooBad(brake, { tried: 1_000, dead: 0, complained: 3 })).toBe(false)
    expect(isTooBad(brake, { tried: 1_000, dead: 0, complained: 4 })).toBe(true)
  })

  it("says nothing of too few messages, and nothing when it is off", () => {
    expect(isTooBad(brake, { tried: 499, dead: 499, complained: 499 })).toBe(false)
    expect(isTooBad({ ...brake, enabled: false }, { tried: 500, dead: 500, complained: 0 })).toBe(
      false
    )
  })
})
