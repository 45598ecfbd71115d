import { formatters } from "../format"

describe("names of codes", () => {
  const { country, language } = formatters("en")

  it("are those of the reader's language", () => {
    expect([country("de"), language("de-AT"), language("de_AT")]).toEqual([
      "Germany",
      "Austrian German",
      "Austrian German",
    ])
    expect(formatters("de").country("gb")).toBe("Vereinigtes Königreich")
  })

  it("are the codes themselves where an import brought something else", () => {
    expect([language("deutsch!"), country("England")]).toEqual(["deutsch!", "ENGLAND"])
    expect([language(null), country("")]).toEqual(["–", "–"])
  })
})

it("tells little money to the penny and much of it rounded", () => {
  const { moneyCompact } = formatters("en-GB")
  const told = [0, 85, 1_250, 99_999, 123_456, -2_500_000].map((minor) =>
    moneyCompact(minor, "gbp")
  )
  expect(told).toEqual(["£0", "£0.85", "£12.50", "£999.99", "£1.2k", "-£25k"])
  expect(moneyCompact(null, "gbp")).toBe("–")
})
