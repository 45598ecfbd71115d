import { sampleScope } from "../sample"
import { composeContent } from "../publish/compose"
import { createRenderer } from "../render/renderer"
import { smsLength } from "../sms/segments"
import { validateTemplate } from "../validate"
import { joinPieces } from "../../../lib/pieces"

const sms = (text: string) => ({
  channel: "sms" as const,
  subject: "",
  preheader: "",
  html: "",
  text,
})

describe("length of a text message", () => {
  it.each([
    ["", "gsm-7", 0, 0],
    ["a".repeat(160), "gsm-7", 160, 1],
    ["a".repeat(161), "gsm-7", 161, 2],
    ["a".repeat(306), "gsm-7", 306, 2],
    ["a".repeat(307), "gsm-7", 307, 3],
    ["€".repeat(80), "gsm-7", 160, 1],
    ["ж".repeat(70), "ucs-2", 70, 1],
    ["ж".repeat(71), "ucs-2", 71, 2],
    ["ж".repeat(135), "ucs-2", 135, 3],
    ["👍".repeat(35), "ucs-2", 70, 1],
  ])("of %p", (text, encoding, units, segments) => {
    expect(smsLength(text)).toMatchObject({ encoding, units, segments })
  })

  it("never cuts a letter of two places: 152 + the euro sign goes into the next message", () => {
    const text = "a".repeat(152) + "€" + "a".repeat(152)
    expect(smsLength(text)).toMatchObject({ units: 306, segments: 3 })
    expect(smsLength("👍".repeat(67))).toMatchObject({ units: 134, segments: 3 })
  })

  it("names the letters that make it dear", () => {
    expect(smsLength("Grüße, ок?").special).toEqual(["о", "к"])
  })
})

describe("a text message", () => {
  const shown = (text: string) => {
    const content = composeContent(sms(text))
    return { content, text: joinPieces(createRenderer(content, "UTC").render(sampleScope()).text) }
  }

  it("counts its addresses by short links, keeps punctuation, and says how to get no more", () => {
    const { content, text } = shown(
      "Hi {{ profile.first_name }}: {{ shop.url }}/sale, or https://x.example/a?b={{ profile.email }}."
    )
    expect(content.links).toEqual([
      "{{ shop.url }}/sale",
      "https://x.example/a?b={{ profile.email }}",
    ])
    expect(text).toMatch(
      /^Hi Anna: \S+\/engage\/c\/sample\/0, or \S+\/engage\/c\/sample\/1\.\nStop: \S+\/engage\/u\/sample$/
    )
  })

  it("has one link for an address that stands in it twice, and leaves its own unsubscribe line alone", () => {
    const { content, text } = shown(
      "https://x.example https://x.example no more: {{ message.unsubscribe_url }}"
    )
    expect(content.links).toEqual(["https://x.example"])
    expect(text).not.toContain("Stop:")
    expect(text.match(/engage\/u/g)).toHaveLength(1)
  })

  it("needs a text and no subject, and its Liquid is checked", () => {
    expect(validateTemplate(sms("Hi"))).toEqual([])
    expect(validateTemplate(sms(" "))).toMatchObject([
      { part: "text", message: "The message is empty" },
    ])
    expect(validateTemplate(sms("Hi {{ profile.frist_name }}"))).toMatchObject([
      { part: "text", line: 1 },
    ])
  })
})
