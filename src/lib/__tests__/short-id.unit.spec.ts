import fc from "fast-check"
import { PublicIds } from "../public-id"

const ids = new PublicIds(Buffer.alloc(32, 1))
const other = new PublicIds(Buffer.alloc(32, 2))
const number = fc.integer({ min: 0, max: 2 ** 47 })

describe("short sealed ids", () => {
  it("open to the numbers that were sealed, for their kind and their shop only", () => {
    fc.assert(
      fc.property(fc.array(number, { minLength: 1, maxLength: 4 }), (numbers) => {
        const text = ids.sealShort("s", ...numbers)
        expect(ids.openShort("s", text.toUpperCase())).toEqual(numbers)
        expect(ids.openShort("t", text.replace("s_", "t_"))).toBeUndefined()
        expect(other.openShort("s", text)).toBeUndefined()
        expect(ids.open("s", text)).toBeUndefined()
      })
    )
  })

  it("are half as long as the others", () => {
    expect(ids.sealShort("s", 100_000, 1_000_000, 0)).toHaveLength(23)
    expect(ids.seal("m", 100_000, 1_000_000, 0)).toHaveLength(47)
  })

  it("open no more when a letter was changed", () => {
    const text = ids.sealShort("s", 7, 8, 9)
    for (let at = 2; at < text.length - 1; at++) {
      const changed = text.slice(0, at) + (text[at] === "a" ? "b" : "a") + text.slice(at + 1)
      expect(ids.openShort("s", changed)).toBeUndefined()
    }
  })
})
