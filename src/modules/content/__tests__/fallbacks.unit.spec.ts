import type { Block, ConditionRule } from "../../../types/document"
import { message, text, when } from "../gallery/build"
import { READY_TEMPLATES } from "../gallery/templates"
import { assertFallbacks, missingFallbacks } from "../publish/fallbacks"

const said = (path: string) =>
  `“${path}” is not known of everybody: click it in the message and write what the others shall read`
const rule = (operator: ConditionRule["operator"], value = ""): ConditionRule => ({
  path: "profile.city",
  operator,
  value,
})
const city = text("In {profile.city}")

describe("what stands for a value that is not known", () => {
  it.each([
    ["{profile.first_name|friend} {profile.email} {shop.name} {last_order.number}", []],
    ["{profile.first_name} and {profile.first_name}", [said("First name")]],
    ["{profile.city} {profile.fields.size}", [said("City"), said("size")]],
  ])("is asked for of a person's values only: %s", (words, expected) => {
    expect(missingFallbacks({ document: message([text(words)]) })).toEqual(expected)
  })

  it.each([
    [when(rule("known"), [city]), []],
    [when(rule("is", "Berlin"), [city]), []],
    [when(rule("is_not", ""), [city]), []],
    [when(rule("unknown"), [], [city]), []],
    [when(rule("unknown"), [city]), [said("City")]],
    [when(rule("is_not", "Berlin"), [city]), [said("City")]],
    [when(rule("known"), [], [city]), [said("City")]],
  ])("is not needed where a section is for those of whom it is known", (section, expected) => {
    expect(missingFallbacks({ document: message([section]) })).toEqual(expected)
  })

  it("is needed where a section is also for others", () => {
    const section = {
      ...when(rule("known"), [city]),
      match: "any",
      rules: [rule("known"), { path: "profile.orders", operator: "more", value: "1" }],
    } as Omit<Block, "id">
    expect(missingFallbacks({ document: message([section]) })).toEqual([said("City")])
  })

  it("is asked for in every language, and refused by the template's name", () => {
    const german = { language: "de", subject: "", preheader: "", html: "", text: null }
    const parts = { languages: [{ ...german, document: message([city]) }], name: "News" }
    expect(() => assertFallbacks(parts)).toThrow(
      'template "News": “City” is not known of everybody: click it in the message in German and write what the others shall read'
    )
    expect(() => assertFallbacks({ document: null, languages: [] })).not.toThrow()
  })

  it("is there in all finished messages", () => {
    expect(READY_TEMPLATES.flatMap(missingFallbacks)).toEqual([])
  })
})
