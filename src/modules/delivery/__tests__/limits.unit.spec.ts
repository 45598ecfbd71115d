import { admit, belongsTo, patternsOf } from "../limits/admit"
import { capOn, capsOf, dayAfter } from "../limits/warm-up"

describe("places in limits", () => {
  it("are given in order, to those who find one in all limits that speak of them", () => {
    const rooms = [
      { id: 1, destination: "", left: 4 },
      { id: 2, destination: "gmail.com", left: 1 },
    ]
    const addresses = [
      "a@gmail.com",
      "b@GMAIL.com",
      "c@x.com",
      "d@notgmail.com",
      "e@x.com",
      "f@x.com",
    ]
    expect(admit(rooms, addresses)).toEqual([true, false, true, true, true, false])
    expect(rooms.map(({ left }) => left)).toEqual([0, 0])
  })

  it("belong to a domain and what stands below it, or to the beginning of a number", () => {
    expect(belongsTo("gmail.com", "x@mail.gmail.com")).toBe(true)
    expect(belongsTo("gmail.com", "x@gmail.com.evil.example")).toBe(false)
    expect(belongsTo("+49", "+4915112345678")).toBe(true)
    expect(belongsTo("+49", "+15005550006")).toBe(false)
    expect(belongsTo("", "")).toBe(true)
    expect(patternsOf(["a_b.com", "+49"])).toEqual(["%@a\\_b.com", "%.a\\_b.com", "+49%"])
  })
})

describe("a warm-up", () => {
  const plan = { first_day: 100, growth_percent: 50, full_day: 700 }

  it("grows by its percent until there is no cap any more", () => {
    expect(capsOf(plan)).toEqual([100, 150, 225, 337, 506])
    expect(capsOf({ first_day: 1, growth_percent: 10, full_day: 5 })).toEqual([1, 2, 3, 4])
    expect(capsOf({ first_day: 500, growth_percent: 10, full_day: 500 })).toEqual([])
  })

  it("knows the cap of a day, over the change of a month and of the clocks", () => {
    const started = { ...plan, started_on: "2026-03-28" }
    expect(dayAfter("2026-03-28", 4)).toBe("2026-04-01")
    expect(capOn(started, "2026-03-27")).toBe(100)
    expect(capOn(started, "2026-03-28")).toBe(100)
    expect(capOn(started, "2026-04-01")).toBe(506)
    expect(capOn(started, "2026-04-02")).toBeNull()
  })
})
