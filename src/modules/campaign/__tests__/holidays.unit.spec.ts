import type { ClosedDays } from "../../../lib/zoned-time"
import type { HolidaySettings } from "../../../types/calendar"
import { holidaysBetween, isHoliday } from "../holidays/holidays"
import { countries, publicDays, regionsOf } from "../holidays/public-days"
import { nextSchedule } from "../broadcast/repeat"

const settings = (part: Partial<HolidaySettings>): HolidaySettings => ({
  places: [],
  own: [],
  ...part,
})
const place = (country: string, region: string | null = null) => ({ country, region })

describe("public holidays", () => {
  it("are those of the country, and of a region besides", () => {
    const germany = publicDays(place("DE"), 2026)
    expect([...germany.keys()].sort()).toEqual([
      "2026-01-01",
      "2026-04-03",
      "2026-04-06",
      "2026-05-01",
      "2026-05-14",
      "2026-05-25",
      "2026-10-03",
      "2026-12-25",
      "2026-12-26",
    ])
    expect(germany.has("2026-01-06")).toBe(false)
    expect(publicDays(place("DE", "BY"), 2026).get("2026-01-06")).toBe("Epiphany")
  })

  it("are known of many countries and their regions, by name", () => {
    expect(countries().length).toBeGreaterThan(150)
    expect(countries()).toContainEqual({ code: "DE", name: "Germany" })
    expect(regionsOf("DE").map(({ code }) => code)).toContain("BY")
    expect(regionsOf("VA")).toEqual([])
  })
})

describe("the holidays of a shop", () => {
  it("say which of its places has them, a name once a day", () => {
    const both = settings({ places: [place("DE"), place("DE", "BY"), place("US")] })
    expect(holidaysBetween(both, "2026-12-24", "2026-12-26")).toEqual([
      { day: "2026-12-25", name: "Christmas Day", places: ["DE", "DE-BY", "US"] },
      { day: "2026-12-26", name: "Boxing Day", places: ["DE", "DE-BY"] },
    ])
  })

  it("are its own days too, from the first to the last", () => {
    const own = [{ name: "Stock-taking", from: "2027-01-04", to: "2027-01-05", yearly: false }]
    const days = ["2027-01-03", "2027-01-04", "2027-01-05", "2027-01-06", "2028-01-04"]
    expect(days.map((day) => isHoliday(settings({ own }), day))).toEqual([
      false,
      true,
      true,
      false,
      false,
    ])
  })

  it("come back each year, over its turn too", () => {
    const own = [{ name: "Closed", from: "2026-12-30", to: "2027-01-02", yearly: true }]
    const days = ["2029-12-29", "2029-12-30", "2030-01-02", "2030-01-03"]
    expect(days.map((day) => isHoliday(settings({ own }), day))).toEqual([false, true, true, false])
  })
})

describe("a broadcast that is sent every day", () => {
  const christmas: ClosedDays = (day) => ["2026-12-25", "2026-12-26"].includes(day)
  const schedule = (every: "day" | "week") => ({
    mode: "at" as const,
    zone: null,
    at: every === "day" ? "2026-12-24T09:00" : "2026-12-18T09:00",
    repeat: { every, until: null },
  })

  it("passes over holidays; one of every week keeps its day", () => {
    expect(nextSchedule(schedule("day"), christmas)!.at).toBe("2026-12-27T09:00")
    expect(nextSchedule(schedule("day"))!.at).toBe("2026-12-25T09:00")
    expect(nextSchedule(schedule("week"), christmas)!.at).toBe("2026-12-25T09:00")
  })
})
