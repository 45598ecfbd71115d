import { clicked } from "../clicks"

const HREF = "https://shop.example/products/mug?size=2"
const rule = { n: "Size Guide Opened", s: ".guide", p: "/products/", t: false }

/** An element that is inside others, each told by the selector that matches it. */
const inside = (...selectors: string[]) =>
  ({
    closest(selector: string) {
      if (selector === "a[") throw new SyntaxError("not a selector")
      return selectors.includes(selector)
        ? { textContent: `  Size   guide ${"x".repeat(300)}` }
        : null
    },
  }) as unknown as Element

describe("a click by the shop's rules", () => {
  it("is every event whose selector and page fit", () => {
    const other = { ...rule, n: "Anything", s: "main", p: "" }
    expect(clicked(inside(".guide", "main"), [rule, other], HREF).map(({ name }) => name)).toEqual([
      "Size Guide Opened",
      "Anything",
    ])
    expect(clicked(inside("main"), [rule], HREF)).toEqual([])
    expect(clicked(inside(".guide"), [{ ...rule, p: "/cart" }], HREF)).toEqual([])
  })

  it("keeps text only when told, and not much of it", () => {
    const [plain] = clicked(inside(".guide"), [rule], HREF)
    expect(plain.properties).toEqual({ path: "/products/mug", text: undefined })
    const [kept] = clicked(inside(".guide"), [{ ...rule, t: true }], HREF)
    expect(kept.properties.text).toHaveLength(200)
    expect(kept.properties.text).toMatch(/^Size {3}guide x/)
  })

  it("is nothing by a selector that is none, and the others go on", () => {
    const bad = { ...rule, s: "a[" }
    expect(clicked(inside(".guide"), [bad, rule], HREF)).toHaveLength(1)
  })
})
