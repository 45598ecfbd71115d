import { compareMeans, compareShares, shareInterval } from "../broadcast/significance"

describe("two shares", () => {
  it("differ by chance as often as tables of the normal distribution say", () => {
    // Pooled p = 0.1, standard error 0.013416, z = 1.49071.
    expect(compareShares({ people: 1000, hits: 110 }, { people: 1000, hits: 90 })).toBeCloseTo(
      0.13603,
      4
    )
    // z = 2.98142
    expect(compareShares({ people: 1000, hits: 120 }, { people: 1000, hits: 80 })).toBeCloseTo(
      0.002869,
      5
    )
    expect(compareShares({ people: 1000, hits: 80 }, { people: 1000, hits: 120 })).toBeCloseTo(
      0.002869,
      5
    )
  })

  it("say nothing when there is nothing to compare", () => {
    expect(compareShares({ people: 0, hits: 0 }, { people: 10, hits: 3 })).toBe(1)
    expect(compareShares({ people: 10, hits: 0 }, { people: 10, hits: 0 })).toBe(1)
    expect(compareShares({ people: 50, hits: 5 }, { people: 50, hits: 5 })).toBeCloseTo(1, 6)
  })
})

it("two means are compared with their own variances", () => {
  // Means 5 and 4, variances 4 and 9, of 100 and 100: t = 1 / √0.13 = 2.7735.
  const a = { people: 100, sum: 500, squares: 99 * 4 + 500 ** 2 / 100 }
  const b = { people: 100, sum: 400, squares: 99 * 9 + 400 ** 2 / 100 }
  expect(compareMeans(a, b)).toBeCloseTo(0.005546, 5)
  expect(compareMeans({ people: 1, sum: 5, squares: 25 }, b)).toBe(1)
})

it("an interval holds where the simple one does not", () => {
  expect(shareInterval({ people: 10, hits: 0 }).map((x) => x.toFixed(4))).toEqual([
    "0.0000",
    "0.2775",
  ])
  expect(shareInterval({ people: 100, hits: 50 }).map((x) => x.toFixed(4))).toEqual([
    "0.4038",
    "0.5962",
  ])
  expect(shareInterval({ people: 0, hits: 0 })).toEqual([0, 1])
})
