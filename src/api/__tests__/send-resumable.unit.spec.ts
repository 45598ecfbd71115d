import { rangeOf } from "../send-resumable"

describe("a range of a file", () => {
  it.each([
    ["bytes=0-", { first: 0, last: null }],
    ["bytes=100-", { first: 100, last: null }],
    ["bytes=100-199", { first: 100, last: 199 }],
  ])("%s is one from a first byte on", (header, range) => {
    expect(rangeOf(header)).toEqual(range)
  })

  it.each([undefined, "", "bytes=-500", "bytes=0-1,5-6", "bytes=9-3", "rows=1-2", "bytes=a-"])(
    "%s is not kept to",
    (header) => {
      expect(rangeOf(header)).toBeNull()
    }
  )
})
