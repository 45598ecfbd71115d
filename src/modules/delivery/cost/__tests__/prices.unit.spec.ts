import { costOf } from "../prices"

/** As they are loaded: the most exact destination first. */
const PRICES = [
  { destination: "+4915", price: 7_500 },
  { destination: "+49", price: 9_000 },
  { destination: "", price: 20_000 },
]

describe("what a message costs", () => {
  it("is the price of the most exact destination", () => {
    const to = (number: string) => costOf("viber", PRICES, { to: number, text: ["Hi"] })
    expect(to("+4915112345678")).toBe(7_500)
    expect(to("+491711234567")).toBe(9_000)
    expect(to("+33612345678")).toBe(20_000)
  })

  it("is not known where no price holds, and nothing where it is free", () => {
    const text = ["Hi"]
    expect(costOf("sms", PRICES.slice(0, 2), { to: "+33612345678", text })).toBeNull()
    expect(costOf("email", [], { to: "ann@shop.example", text })).toBeNull()
    expect(costOf("email", [{ destination: "", price: 0 }], { to: "a@b.example", text })).toBe(0)
  })

  it("counts the parts of a text message, and of nothing else", () => {
    const message = { to: "+4915112345678", text: ["a".repeat(160), "b"] }
    expect(costOf("sms", PRICES, message)).toBe(15_000)
    expect(costOf("whatsapp", PRICES, message)).toBe(7_500)
  })

  it("is never more than its column holds", () => {
    const prices = [{ destination: "", price: 100_000_000 }]
    const text = ["a".repeat(153 * 30)]
    expect(costOf("sms", prices, { to: "+33612345678", text })).toBe(2_147_483_647)
  })
})
