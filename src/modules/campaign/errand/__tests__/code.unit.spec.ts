import { errandProblems } from "../problems"
import { promoCode } from "../code"

const PATTERN = "Welcome-######"

it("a code follows its pattern and is the same for the same errand", () => {
  const code = promoCode("secret", PATTERN, 1)
  expect(code).toMatch(/^WELCOME-[2-9A-HJ-NP-Z]{6}$/)
  expect(promoCode("secret", PATTERN, 1)).toBe(code)
})

it("codes of other errands, rounds and shops are others", () => {
  const codes = [
    ...Array.from({ length: 1_000 }, (_, errand) => promoCode("secret", PATTERN, errand)),
    promoCode("secret", PATTERN, 1, 1),
    promoCode("other", PATTERN, 1),
  ]
  expect(new Set(codes).size).toBe(codes.length)
})

it("what cannot be given is said", () => {
  const step = {
    type: "promo" as const,
    discount: "percent" as const,
    value: 10,
    currency: "eur",
    pattern: PATTERN,
    days: 7,
    max_uses: null,
    revoke_on_exit: false,
    revoke_on_refund: false,
    next: { given: null, not_given: null },
  }
  expect(errandProblems(step)).toEqual([])
  expect(errandProblems({ ...step, value: 101 })).toEqual(["The discount must be 1 to 100 percent"])
  expect(errandProblems({ ...step, discount: "amount", value: 0 })).toEqual([
    "Say how much is taken off",
  ])
  expect(errandProblems({ ...step, discount: "shipping", value: 0, pattern: "GIFT-####" })).toEqual(
    ["The code needs at least 6 # signs, or it could be guessed"]
  )
})
