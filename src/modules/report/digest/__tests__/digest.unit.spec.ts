import type { DigestFacts } from "../../../../types/digest"
import { moneyWriter } from "../../../../lib/money"
import { digestLines } from "../lines"
import { lastWeek } from "../week"

const NOTHING: DigestFacts = {
  trade: {
    orders: 0,
    orders_before: 0,
    revenue: 0,
    revenue_before: 0,
    new_buyers: 0,
    new_buyers_before: 0,
  },
  consent: [],
  segments: [],
  sent: { broadcasts: 0, sent: 0, sent_before: 0, bounced: 0, bounced_before: 0, clicked: 0 },
}
const said = (facts: Partial<DigestFacts>) =>
  digestLines({ ...NOTHING, ...facts }, moneyWriter("eur")).map(({ text, trend }) => [trend, text])
const trade = (part: Partial<DigestFacts["trade"]>) => ({ trade: { ...NOTHING.trade, ...part } })

describe("what changed in a week", () => {
  it("is nothing when nothing happened in either", () => expect(said({})).toEqual([]))

  it("tells what came in", () => {
    expect(
      said(trade({ orders: 53, orders_before: 50, revenue: 123_000, revenue_before: 100_000 }))
    ).toEqual([
      [
        "up",
        "Revenue was €1,230.00 from 53 orders, 23 % more than in the week before (€1,000.00).",
      ],
    ])
    expect(said(trade({ orders: 1, revenue: 100, revenue_before: 100 }))).toEqual([
      ["same", "Revenue was €1.00 from 1 order, about the same as in the week before (€1.00)."],
    ])
    expect(said(trade({ orders: 1, revenue: 100 }))).toEqual([
      ["up", "Revenue was €1.00 from 1 order; the week before had none."],
    ])
    expect(said(trade({ new_buyers: 1, new_buyers_before: 3 }))).toEqual([
      ["down", "1 person bought for the first time; 3 in the week before."],
    ])
  })

  it("tells of segments, consent and what was sent", () => {
    expect(
      said({
        segments: [
          { id: "seg_1", name: "Lapsed", before: 1_000, after: 1_120 },
          { id: "seg_2", name: "New", before: 0, after: 8 },
        ],
        consent: [
          { channel: "email", joined: 31, joined_before: 20, left: 40, left_before: 6 },
          { channel: "sms", joined: 5, joined_before: 11, left: 0, left_before: 0 },
        ],
        sent: {
          broadcasts: 2,
          sent: 4_300,
          sent_before: 1_000,
          bounced: 52,
          bounced_before: 8,
          clicked: 133,
        },
      })
    ).toEqual([
      ["up", "“Lapsed” grew by 12 %, from 1,000 to 1,120 people."],
      ["up", "“New” grew, from 0 to 8 people."],
      ["down", "31 subscribed to e-mail and 40 unsubscribed; 20 and 6 in the week before."],
      ["down", "5 subscribed to SMS and 0 unsubscribed; 11 and 0 in the week before."],
      [
        "down",
        "2 broadcasts sent 4,300 messages: 3.1 % were clicked, 1.2 % came back (0.8 % the week before).",
      ],
    ])
  })
})

describe("the last full week", () => {
  it.each([
    ["2026-06-10T12:00:00Z", 1, "UTC", "2026-06-01T00:00:00.000Z", "2026-06-08T00:00:00.000Z"],
    ["2026-06-08T00:00:00Z", 1, "UTC", "2026-06-01T00:00:00.000Z", "2026-06-08T00:00:00.000Z"],
    ["2026-06-07T23:59:59Z", 1, "UTC", "2026-05-25T00:00:00.000Z", "2026-06-01T00:00:00.000Z"],
    // In Berlin it is Monday already, and clocks changed within the week.
    [
      "2026-03-29T22:30:00Z",
      1,
      "Europe/Berlin",
      "2026-03-22T23:00:00.000Z",
      "2026-03-29T22:00:00.000Z",
    ],
  ])("at %s, ending as day %i begins in %s", (now, day, zone, from, until) => {
    const week = lastWeek(new Date(now), day as number, zone as string)
    expect([week.from.toISOString(), week.until.toISOString()]).toEqual([from, until])
  })
})
