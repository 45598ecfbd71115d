import { lookEvery } from "../../triggers/look-every"
import type { CampaignTrigger } from "../../../../types/campaign-trigger"
import type { HighestIds } from "../../triggers/marks"
import { Looks } from "../looks"

const START = Date.parse("2026-12-01T09:00:00Z")
const at = (seconds: number) => new Date(START + seconds * 1_000)
const ids = (change: Partial<HighestIds> = {}): HighestIds => ({
  event: 0,
  session: 0,
  segment_news: 0,
  value_log: 0,
  consent_log: 0,
  message_event: 0,
  profile: 0,
  step_done: 0,
  stock_change: 0,
  ...change,
})
const ORDERED: CampaignTrigger = { type: "order_placed" }
const campaign = (trigger: CampaignTrigger, others: CampaignTrigger[] = []) => ({
  id: "cmp_1",
  version: 1,
  scanned_at: at(0),
  trigger,
  every: lookEvery({ trigger }),
  others,
})

/** A process that has looked once at everything, and knows that nothing is new. */
function settled(watched = campaign(ORDERED)): Looks {
  const looks = new Looks()
  for (const second of [0, 3]) {
    looks.note(ids(), at(second))
    looks.at(watched, at(second))
  }
  return looks
}

describe("a look at what happened", () => {
  it("is at everything until ids have settled, and in another version again", () => {
    const looks = new Looks()
    for (const second of [0, 1]) {
      looks.note(ids({ event: 7 }), at(second))
      expect(looks.at(campaign(ORDERED), at(second))).toEqual({
        highest: ids({ event: 7 }),
        since: null,
      })
    }
    const other = { ...campaign(ORDERED), version: 2 }
    expect(settled().at(other, at(3))?.since).toBeNull()
  })

  it("is left out while nothing came in", () => {
    const looks = settled()
    expect(looks.at(campaign(ORDERED), at(3))).toBeUndefined()
  })

  it("is at what came in, for as long as ids may be late", () => {
    const looks = settled()
    const since = (second: number, event: number) => {
      looks.note(ids({ event }), at(second))
      return looks.at(campaign(ORDERED), at(second))?.since?.event
    }
    expect([since(4, 50), since(5, 60), since(6, 60), since(7, 60), since(8, 60)]).toEqual([
      0,
      0,
      50,
      undefined,
      undefined,
    ])
  })

  it("is at everything after one that failed", () => {
    const looks = settled()
    looks.again("cmp_1")
    looks.note(ids(), at(4))
    expect(looks.at(campaign(ORDERED), at(4))?.since).toBeNull()
    expect(looks.at(campaign(ORDERED), at(4))).toBeUndefined()
  })

  it("goes by the goal and by what steps wait for as well", () => {
    const others: CampaignTrigger[] = [{ type: "message_clicked", ref: null }]
    const looks = settled(campaign(ORDERED, others))
    looks.note(ids({ message_event: 1 }), at(4))
    expect(looks.at(campaign(ORDERED), at(4))).toBeUndefined()
    expect(looks.at(campaign(ORDERED, others), at(4))?.since?.message_event).toBe(0)
  })

  it("comes when it is time for what is looked for now and then", () => {
    const late = campaign({ type: "days_since_order", days: 30 })
    const looks = settled(late)
    expect(looks.at(late, at(3))).toBeUndefined()
    expect(looks.at({ ...late, scanned_at: at(-57) }, at(3))).toBeDefined()
    const hourly = { ...late, every: 3_600_000 }
    expect(looks.at({ ...hourly, scanned_at: at(-57) }, at(3))).toBeUndefined()
    expect(looks.at({ ...hourly, scanned_at: at(-3_597) }, at(3))).toBeDefined()
  })

  it("is at everything again after a minute and a half at the latest, and when the clock goes back", () => {
    const looks = settled()
    looks.note(ids(), at(95))
    expect(looks.at(campaign(ORDERED), at(95))?.since).toBeNull()
    looks.note(ids(), at(-3_600))
    expect(looks.at(campaign(ORDERED), at(-3_600))?.since).toBeNull()
  })

  it("is at everything when ids went back, as in a database that was put back", () => {
    const looks = new Looks()
    for (const second of [0, 3]) looks.note(ids({ event: 90, profile: 5 }), at(second))
    expect(looks.at(campaign(ORDERED), at(3))?.since).toBeNull()
    looks.note(ids({ event: 4, profile: 5 }), at(6))
    expect(looks.at({ ...campaign(ORDERED), id: "cmp_2" }, at(6))?.since).toBeNull()
    expect(looks.at({ ...campaign(ORDERED), id: "cmp_2" }, at(6))?.since).toBeNull()
    for (const second of [9, 12]) {
      looks.note(ids({ event: 6, profile: 5 }), at(second))
      looks.at({ ...campaign(ORDERED), id: "cmp_2" }, at(second))
    }
    looks.note(ids({ event: 7, profile: 5 }), at(13))
    expect(looks.at({ ...campaign(ORDERED), id: "cmp_2" }, at(13))?.since?.event).toBe(6)
  })
})
