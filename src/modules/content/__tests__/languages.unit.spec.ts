import { languageFor, readLanguage } from "../languages/choose"
import { acrossLanguages, languageCheck } from "../preflight/languages"
import { bakeConstants } from "../constants/bake"
import { composeContent } from "../publish/compose"
import { createRenderer } from "../render/renderer"
import { sampleScope } from "../sample"
import { describeProblem } from "../publish/publish"
import { validateTemplate } from "../validate"

const CLICK = "{{ message.click_url }}"
const OFF = "{{ message.unsubscribe_url }}"
const mail = (subject: string, body: string) => ({
  subject,
  preheader: "",
  html: `<p>${body}</p>`,
  text: `${body} ${OFF}`,
})
const parts = {
  ...mail("Hello", `<a href="https://a.example/">A</a><a href="https://b.example/">B</a>`),
  languages: [
    {
      ...mail("Hallo", `<a href="https://b.example/">B</a><a href="https://c.example/">C</a>`),
      language: "de",
    },
    { ...mail("Olá", "{{ constants.logo }}"), language: "pt-BR" },
  ],
}

describe("the language of a person", () => {
  it.each([
    ["de", "de"],
    ["DE", "de"],
    ["de_AT", "de"],
    ["de-Latn-AT", "de"],
    ["pt-BR", "pt-BR"],
    ["pt", "pt-BR"],
    ["pt-PT", "pt-BR"],
    ["fr", null],
    ["German", null],
    ["", null],
    [null, null],
  ])("%s gets %s", (wanted, found) => {
    expect(languageFor(["de", "pt-BR"], wanted)).toBe(found)
  })

  it("is found as narrow as it is there", () => {
    expect(languageFor(["de", "de-CH"], "de-CH")).toBe("de-CH")
    expect(languageFor(["de-CH", "de"], "de")).toBe("de")
  })

  it("is written in one way", () => {
    expect(["zh-hant_tw", " EN ", "es-419", "x", "english", ""].map(readLanguage)).toEqual([
      "zh-Hant-TW",
      "en",
      "es-419",
      undefined,
      undefined,
      undefined,
    ])
  })
})

describe("a message in several languages", () => {
  it("counts an address by one number in all of them", () => {
    const { links, html, languages } = composeContent(parts)
    expect(links).toEqual(["https://a.example/", "https://b.example/", "https://c.example/"])
    expect(html).toContain(`<a href="${CLICK}/0">A</a><a href="${CLICK}/1">B</a>`)
    expect(languages.de.html).toContain(`<a href="${CLICK}/1">B</a><a href="${CLICK}/2">C</a>`)
    expect(Object.keys(languages)).toEqual(["de", "pt-BR"])
  })

  it("is shown in that of the person, constants and all", () => {
    const baked = bakeConstants(parts, new Map([["logo", "Our logo"]]))
    const { render } = createRenderer(composeContent(baked), "UTC")
    const scope = sampleScope()
    const seen = (language: string | null) => {
      const { subject, text } = render({ ...scope, profile: { ...scope.profile, language } })
      return [subject, text.length && String(text[0]).slice(0, 8)]
    }
    expect(["de-AT", "pt", "fr", null].map((language) => seen(language)[0])).toEqual([
      "Hallo",
      "Olá",
      "Hello",
      "Hello",
    ])
    expect(seen("pt")[1]).toBe("Our logo")
  })

  it("looks up what any of them speaks of", () => {
    const speaks = {
      ...parts,
      languages: [{ ...mail("x", "{{ last_order.number }}"), language: "de" }],
    }
    expect(createRenderer(composeContent(parts), "UTC").lastOrder).toBe(false)
    expect(createRenderer(composeContent(speaks), "UTC").lastOrder).toBe(true)
  })

  it("names the language of a mistake", () => {
    const wrong = { ...parts, languages: [{ ...mail("", "{{ oops }}"), language: "de" }] }
    expect(validateTemplate(wrong).map(describeProblem)).toEqual([
      "subject in German: The subject is empty",
      expect.stringMatching(/^html in German, line 1, column 7: "oops" is not a variable/),
      expect.stringMatching(/^text in German, line 1, column 4: "oops" is not a variable/),
    ])
  })
})

describe("the check of several languages", () => {
  const check = (level: "ok" | "warning" | "blocker", message: string, details: string[] = []) => ({
    key: "links" as const,
    level,
    message,
    details,
  })

  it("weighs as the worst of them, and says which", () => {
    const said = [
      { language: null, checks: [check("ok", "Fine")] },
      { language: "de", checks: [check("warning", "Long", ["Longer"])] },
      { language: "pt-BR", checks: [check("blocker", "Broken")] },
    ]
    expect(acrossLanguages(said)).toEqual([
      check("blocker", "German: Long", ["German: Longer", "Brazilian Portuguese: Broken"]),
    ])
    expect(acrossLanguages(said.slice(0, 1))).toEqual([check("ok", "Fine")])
  })

  it("tells how many get which", () => {
    const people = ["de", "de-CH", "fr", null].map((language) => ({ language }))
    expect(languageCheck(parts, people)).toEqual({
      readers: ["de", "de", null, null],
      check: [
        {
          key: "languages",
          level: "ok",
          message:
            "Who gets which language, of 4 people: German 2, Brazilian Portuguese 0, Default 2",
          details: [],
        },
      ],
    })
    expect(languageCheck(mail("a", "b"), people).check).toEqual([])
  })
})
