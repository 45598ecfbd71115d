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
