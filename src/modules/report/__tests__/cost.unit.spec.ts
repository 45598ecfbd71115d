import type { CascadeResult } from "../../../types/cascade"
import { costReport, savedBy } from "../cost"

const brought = { sent: 10, orders: 4, revenue: 1_000 }
const channel = (part: Partial<CascadeResult>): CascadeResult => ({
  channel: "sms",
  after_minutes: null,
  sent: 0,
  arrived: 0,
  passed_on: 0,
  waiting: 0,
  cost: 0,
  unpriced: 0,
  open: false,
  ...part,
})

describe("the cost of messages", () => {
  it("stands beside what they brought, in whole minor units", () => {
    expect(costReport({ cost: 30.4, unpriced: 0 }, brought)).toEqual({
      total: 30,
      unpriced: 0,
      per_order: 8,
      profit: 970,
    })
    expect(costReport({ cost: 30, unpriced: 9 }, { ...brought, orders: 0 })).toMatchObject({
      unpriced: 9,
      per_order: null,
    })
  })

  it("is not told when none of them had a price, or none was sent", () => {
    expect(costReport({ cost: 0, unpriced: 10 }, brought)).toBeNull()
    expect(costReport({ cost: 0, unpriced: 0 }, { ...brought, sent: 0 })).toBeNull()
  })
})

describe("what a cascade saved", () => {
  const push = channel({ channel: "push", sent: 80, cost: 8 })
  const sms = channel({ sent: 20, cost: 160 })

  it("is the difference to the dearest channel for everybody", () => {
    expect(savedBy([push, sms], 90)).toBe(90 * 8 - 168)
  })

  it("is nothing when the first channel cost more than it spared", () => {
    expect(savedBy([channel({ channel: "push", sent: 90, cost: 600 }), sms], 20)).toBe(0)
  })

  it("is not told without a cascade, or where a price is missing", () => {
    expect(savedBy([sms], 20)).toBeNull()
    expect(savedBy([push, channel({ sent: 20, unpriced: 20 })], 90)).toBeNull()
    expect(savedBy([push, channel({})], 0)).toBe(0)
  })
})
