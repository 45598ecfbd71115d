import { keepRows } from "../keep-rows"

describe("rows of a list while the next are asked for", () => {
  it("stay when there are some", () => {
    const page = { segments: [{ id: "a" }], next_cursor: null }
    expect(keepRows(page)).toBe(page)
  })

  it("are unknown when there were none, and before the first answer", () => {
    expect(keepRows({ segments: [], next_cursor: null })).toBeUndefined()
    expect(keepRows(undefined)).toBeUndefined()
  })
})
