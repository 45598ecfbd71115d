import fc from "fast-check"
import { FixedText, joinPieces, type Pieces } from "../../lib/pieces"
import { jsonBody, TextValue } from "../http/json-body"

const words = fc.string({
  unit: fc.constantFrom("a", '"', "\\", "\n", "\u2028", "é", "\ud83d", "\ude00", "👋"),
})
const pieces = fc.array(
  fc.tuple(words, fc.boolean()).map(([text, fixed]) => (fixed ? new FixedText(text) : text))
)

describe("jsonBody", () => {
  it("writes what JSON.stringify writes, with texts in pieces", () => {
    fc.assert(
      fc.property(pieces, words, fc.jsonValue(), (html, subject, rest) => {
        const bodyOf = (text: (pieces: Pieces) => unknown) => [
          {
            subject,
            html: text(html),
            none: undefined,
            headers: { [subject]: [1, null, true, rest] },
          },
        ]
        const ours = jsonBody(bodyOf((parts) => new TextValue(parts)) as never).toString()
        expect(JSON.parse(ours)).toEqual(JSON.parse(JSON.stringify(bodyOf(joinPieces))))
        // The same fixed text a second time comes out of what was kept of the first.
        expect(jsonBody(bodyOf((parts) => new TextValue(parts)) as never).toString()).toBe(ours)
      })
    )
  })

  it("writes exactly the bytes of a known message", () => {
    const shared = new FixedText('<p class="a">')
    const body = jsonBody([
      { to: "ä@shop.example", html: new TextValue([shared, "Grüße\n", shared]), cc: undefined },
    ])
    expect(body.toString("utf8")).toBe(
      '[{"to":"ä@shop.example","html":"<p class=\\"a\\">Grüße\\n<p class=\\"a\\">"}]'
    )
  })
})
