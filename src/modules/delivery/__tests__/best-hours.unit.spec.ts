import { bestHour, openHours, sharesOf } from "../ledger/best-hours"

const ALL = openHours(null)
/** 24 weights, those that are given and 0. */
const hours = (weights: Record<number, number>) => ALL.map((hour) => weights[hour] ?? 0)
const NONE = hours({})

describe("the best hour of a person", () => {
  const shop = sharesOf(hours({ 9: 20, 12: 30, 19: 50 }))

  it("is the shop's of whom nothing is known", () => {
    expect(bestHour(NONE, shop, ALL)).toBe(19)
  })

  it("is their own when they did more there than the shop's habit weighs", () => {
    // 19: 5 × 0.5 = 2.5; 12: 5 × 0.3 = 1.5; 9: 5 × 0.2 = 1; 7: 0.
    expect(bestHour(hours({ 7: 2 }), shop, ALL)).toBe(19)
    expect(bestHour(hours({ 7: 3 }), shop, ALL)).toBe(7)
    expect(bestHour(hours({ 12: 1.5 }), shop, ALL)).toBe(12)
    // As good as the shop's: the shop's.
    expect(bestHour(hours({ 12: 1 }), shop, ALL)).toBe(19)
    expect(bestHour(hours({ 7: 3, 19: 1 }), shop, ALL)).toBe(19)
  })

  it("is one of those that may be", () => {
    expect(bestHour(hours({ 7: 9 }), shop, openHours({ from: 9 * 60, to: 18 * 60 }))).toBe(12)
  })

  it("is near the middle of the morning when nothing at all is known", () => {
    expect(sharesOf(NONE)).toEqual(hours({}).map(() => 1 / 24))
    expect(bestHour(NONE, sharesOf(NONE), ALL)).toBe(10)
    expect(bestHour(NONE, sharesOf(NONE), openHours({ from: 14 * 60, to: 20 * 60 }))).toBe(14)
    expect(bestHour(NONE, sharesOf(NONE), [9, 11])).toBe(9)
  })
})

describe("the hours that may be", () => {
  it("begin in the window of the day", () => {
    expect(openHours({ from: 9 * 60, to: 12 * 60 })).toEqual([9, 10, 11])
    expect(openHours({ from: 9 * 60 + 30, to: 12 * 60 + 30 })).toEqual([10, 11, 12])
    expect(openHours({ from: 22 * 60, to: 2 * 60 })).toEqual([0, 1, 22, 23])
    expect(openHours({ from: 9 * 60 + 10, to: 9 * 60 + 50 })).toEqual(ALL)
    expect(openHours({ from: 0, to: 0 })).toEqual(ALL)
  })
})
