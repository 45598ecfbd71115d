import { incrementalOf } from "../report"

/** A hundred or more people of whom some bought for the same amount. */
const side = (people: number, buyers: number, each: number) => ({
  control: false,
  people,
  buyers,
  revenue: buyers * each,
  squares: buyers * each * each,
})

describe("what messages brought", () => {
  it("is the difference per person for everybody who may be written to, with its interval", () => {
    // 10 against 8 per person: standard deviations √900 · √(n/(n−1)) and √736 · √(m/(m−1)).
    const found = incrementalOf(side(10_000, 1_000, 100), side(1_000, 80, 100))!
    expect(found.revenue).toBe(20_000)
    const half = 1.959964 * Math.sqrt(900 / 9_999 + 736 / 999)
    expect(found.from).toBe(Math.round(10_000 * (2 - half)))
    expect(found.to).toBe(Math.round(10_000 * (2 + half)))
    expect(found.certain).toBe(true)
  })

  it("is not certain while zero lies in the interval", () => {
    expect(incrementalOf(side(1_000, 100, 100), side(100, 9, 100))).toMatchObject({
      revenue: 1_000,
      certain: false,
    })
  })

  it("is not told of too few", () => {
    expect(incrementalOf(side(1_000, 100, 100), side(1, 1, 100))).toBeNull()
    expect(incrementalOf(side(1_000, 100, 100), side(100, 0, 100))).toBeNull()
  })
})
