import { same } from "../same"

describe("same", () => {
  it("does not mind the order of keys, nor keys without a value", () => {
    expect(same({ a: 1, b: { c: [1, 2], d: null } }, { b: { d: null, c: [1, 2] }, a: 1 })).toBe(
      true
    )
    expect(same({ a: 1, b: undefined }, { a: 1 })).toBe(true)
  })

  it("minds values, the order of lists, and what is missing", () => {
    expect(same({ a: 1 }, { a: 2 })).toBe(false)
    expect(same([1, 2], [2, 1])).toBe(false)
    expect(same({ a: 1 }, { a: 1, b: 2 })).toBe(false)
    expect(same({ a: 1, b: undefined }, { a: 1, c: 2 })).toBe(false)
    expect(same({ a: null }, { a: {} })).toBe(false)
    expect(same([], {})).toBe(false)
  })
})
