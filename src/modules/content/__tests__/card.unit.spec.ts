import { bakeConstants } from "../constants/bake"
import { composeContent } from "../publish/compose"
import { createRenderer } from "../render/renderer"
import { sampleScope } from "../sample"
import { validateTemplate } from "../validate"

const parts = {
  channel: "in_app" as const,
  subject: "Hello {{ profile.first_name }}",
  preheader: "",
  html: "",
  text: "News from {{ constants.city }}",
  card: {
    image: "{{ constants.logo }}",
    link: "{{ shop.url }}/new",
    buttons: [
      { label: "For {{ profile.first_name }}", url: "{{ shop.url }}/new" },
      { label: "Mail", url: "mailto:x@shop.example" },
    ],
  },
}

describe("a message with a card", () => {
  it("is made for the person, its links counted once each, what cannot be counted left alone", () => {
    const values = new Map([
      ["city", "Berlin"],
      ["logo", "https://cdn.example/l.png"],
    ])
    const content = composeContent(bakeConstants(parts, values))
    expect(content.links).toEqual(["{{ shop.url }}/new"])
    const { subject, card } = createRenderer(content, "UTC").render(sampleScope())
    expect(subject).toBe("Hello Anna")
    expect(card).toEqual({
      image: "https://cdn.example/l.png",
      link: expect.stringMatching(/\/engage\/c\/sample\/0$/),
      buttons: [
        { label: "For Anna", url: expect.stringMatching(/\/engage\/c\/sample\/0$/) },
        { label: "Mail", url: "mailto:x@shop.example" },
      ],
    })
  })

  it("needs a title and a text, and is checked in every place", () => {
    expect(validateTemplate(parts)).toEqual([])
    const wrong = { ...parts.card, buttons: [{ label: "{{ profile.nme }}", url: "" }] }
    expect(
      validateTemplate({ ...parts, subject: " ", text: null, card: wrong }).map(
        ({ part, message }) => `${part}: ${message}`
      )
    ).toEqual([
      "subject: The title is empty",
      'card: "profile.nme" is not a variable',
      "text: The message is empty",
    ])
  })
})
