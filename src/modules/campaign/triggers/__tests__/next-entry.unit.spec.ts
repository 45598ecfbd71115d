import {
  type CampaignTrigger,
  LOOKED_FOR_TRIGGERS,
  type TriggerOf,
} from "../../../../types/campaign-trigger"
import { sourceOf, TRIGGER_TYPES } from "../sources"
import { nextEntry } from "../next-entry"

const NOW = new Date("2026-11-23T09:00:00Z")
const CLOCK = { now: NOW, zone: "Europe/Berlin" }
const SCANNED = new Date("2026-11-23T08:50:00Z")
const next = (trigger: CampaignTrigger) => nextEntry({ trigger }, SCANNED, CLOCK)
const repeat = (change: Partial<TriggerOf<"repeat">>): TriggerOf<"repeat"> => ({
  type: "repeat",
  every: "day",
  weekday: 1,
  day: 1,
  month: 1,
  time: "10:00",
  segment_id: "seg_1",
  ...change,
})
const nextOf = (change: Partial<TriggerOf<"repeat">>) => {
  const entry = next(repeat(change))
  return entry.how === "date" ? entry.next_at : entry
}

describe("when people come in next", () => {
  it("is at once for what happens", () => {
    expect(next({ type: "order_placed" })).toEqual({ how: "at_once" })
  })

  it("is the next look for what is looked for now and then, and never in the past", () => {
    expect(next({ type: "birthday", offset: 0, time: "09:00" })).toEqual({
      how: "looked_for",
      every_minutes: 15,
      next_at: "2026-11-23T09:05:00.000Z",
    })
    expect(next({ type: "days_since_order", days: 30 })).toEqual({
      how: "looked_for",
      every_minutes: 1,
      next_at: NOW.toISOString(),
    })
  })

  it("is as often as the campaign says, and at once all the same for what happens", () => {
    const hourly = (trigger: CampaignTrigger) =>
      nextEntry({ trigger, look_every: 60 }, SCANNED, CLOCK)
    expect(hourly({ type: "birthday", offset: 0, time: "09:00" })).toEqual({
      how: "looked_for",
      every_minutes: 60,
      next_at: "2026-11-23T09:50:00.000Z",
    })
    expect(hourly({ type: "order_placed" })).toEqual({ how: "at_once" })
  })

  it("can be chosen for all that is looked for", () => {
    const looked = TRIGGER_TYPES.filter((type) => sourceOf({ type } as CampaignTrigger).every)
    expect([...LOOKED_FOR_TRIGGERS, "repeat"].sort()).toEqual(looked.sort())
  })

  it("is the date, while it lies ahead", () => {
    const on = (at: string) => next({ type: "date", at, local: false, segment_id: "seg_1" })
    const next_at = "2026-11-24T09:00:00.000Z"
    expect(on("2026-11-24T10:00")).toEqual({ how: "date", next_at })
    expect(on("2026-11-23T10:00")).toEqual({ how: "date", next_at: null })
    expect(on("")).toEqual({ how: "date", next_at: null })
  })

  it("is the next of the days that come back, by the shop's clock", () => {
    expect(nextOf({ time: "10:01" })).toBe("2026-11-23T09:01:00.000Z")
    expect(nextOf({ time: "10:00" })).toBe("2026-11-24T09:00:00.000Z")
    expect(nextOf({ every: "week", weekday: 7 })).toBe("2026-11-29T09:00:00.000Z")
    expect(nextOf({ every: "month", day: 31 })).toBe("2026-11-30T09:00:00.000Z")
    expect(nextOf({ every: "year", day: 29, month: 2 })).toBe("2027-02-28T09:00:00.000Z")
    expect(nextOf({ every: "year", day: 1, month: 7 })).toBe("2027-07-01T08:00:00.000Z")
  })
})
