import type { ContextCondition } from "../../../../../types/campaign-plan"
import { holds } from "../condition"
import { readValue } from "../field"

const is = (operator: ContextCondition["operator"], value: string, key = "total") => ({
  key,
  operator,
  value,
})

describe("what let somebody in", () => {
  it.each<[ContextCondition["operator"], string, unknown, boolean]>([
    ["is", "TEA", "tea", true],
    ["is", "1", 1, true],
    ["is_not", "tea", undefined, true],
    ["is_not", "tea", "Tea", false],
    ["gte", "10", 9.5, false],
    ["gte", "9", "10", true],
    ["gte", "0", undefined, false],
    ["lte", "0", null, false],
    ["lte", "5", "five", false],
    ["contains", "EA", "tea", true],
    ["contains", "coffee", "tea", false],
  ])("%s %s of %p: %p", (operator, value, found, answer) => {
    expect(holds([is(operator, value)], { total: found })).toBe(answer)
  })

  it("must fulfil every condition", () => {
    expect(
      holds([is("gte", "1"), is("is", "eur", "currency")], { total: 2, currency: "usd" })
    ).toBe(false)
  })
})

describe("a text for a field", () => {
  const field = (type: string, options: { value: string; label: string }[] = []) =>
    ({ key: "x", type, options }) as never
  it.each([
    ["string", "gold", "gold"],
    ["string", "", null],
    ["number", "12.5", 12.5],
    ["number", "many", null],
    ["boolean", "Yes", true],
    ["boolean", "no", false],
    ["date", "2026-02-30", null],
    ["date", "2026-02-28", "2026-02-28"],
  ])("as %s: %s is %p", (type, text, value) => {
    expect(readValue(field(type), text)).toEqual(value)
  })
})
