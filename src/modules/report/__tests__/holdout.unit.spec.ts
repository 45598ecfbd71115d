import { compareSides, type HoldoutRow } from "../campaign/holdout"

/** People of whom some bought once, for so much each. */
function side(people: number, buyers: number, each: number): HoldoutRow {
  return {
    ...{ people, buyers, orders: buyers, order_squares: buyers },
    ...{ revenue: buyers * each, squares: buyers * each * each },
  }
}

describe("a campaign's people against those held out", () => {
  it("differ by their means, with Welch's interval", () => {
    const { revenue, orders } = compareSides({
      came_in: side(1_000, 300, 1_000),
      held_out: side(500, 100, 1_000),
    })
    // Means 300 and 200; variances 1000² · 0.3 · 0.7 · 1000/999 and 1000² · 0.2 · 0.8 · 500/499.
    const half = 1.959964 * Math.sqrt(210_000 / 999 + 160_000 / 499)
    expect(revenue!.difference).toBeCloseTo(100, 9)
    expect(revenue!.from).toBeCloseTo(100 - half, 6)
    expect(revenue!.to).toBeCloseTo(100 + half, 6)
    expect(orders!.difference).toBeCloseTo(0.1, 9)
    expect(orders!.to).toBeCloseTo((100 + half) / 1_000, 9)
  })

  it.each([
    ["more", side(1_000, 300, 1_000), side(1_000, 200, 1_000)],
    ["less", side(1_000, 200, 1_000), side(1_000, 300, 1_000)],
    ["unclear", side(1_000, 210, 1_000), side(1_000, 200, 1_000)],
    ["too_few", side(1_000, 300, 1_000), side(1_000, 99, 1_000)],
    ["too_few", side(0, 0, 0), side(1_000, 300, 1_000)],
  ])("say %s", (verdict, came_in, held_out) => {
    expect(compareSides({ came_in, held_out }).verdict).toBe(verdict)
  })
})
