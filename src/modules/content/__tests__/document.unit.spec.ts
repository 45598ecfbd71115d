import type { Block, MessageDocument, RichText } from "../../../types/document"
import { bakeConstants, unknownConstants } from "../constants/bake"
import { compileDocument } from "../document/compile/message"
import { readableOn } from "../document/compile/theme"
import { documentSchema } from "../document/schema"
import { allBlocks, mapBlocks } from "../document/tree"
import { chooseProducts } from "../products/choose"
import { productNeeds } from "../products/needs"
import { composeContent } from "../publish/compose"
import { PRODUCT_LINK, withProduct } from "../render/links"
import { createRenderer } from "../render/renderer"
import { sampleScope } from "../sample"
import { validateTemplate } from "../validate"
import { joinPieces } from "../../../lib/pieces"

const STYLE: MessageDocument["style"] = {
  background: "#f4f4f5",
  surface: "#ffffff",
  text: "#18181b",
  accent: null,
  font: "sans",
  radius: 12,
}
const base = { background: null, padding: 12 }
const words = (...content: RichText["content"][number][]): RichText => ({ type: "doc", content })
const text = (value: string) =>
  words({ type: "paragraph", content: [{ type: "text", text: value }] })
const documentOf = (...blocks: Block[]): MessageDocument => ({ version: 1, style: STYLE, blocks })
const paragraph = (id: string, value: string): Block => ({
  ...base,
  id,
  type: "text",
  content: text(value),
  align: "left",
  size: 16,
  color: null,
})
const products = (part: Partial<Extract<Block, { type: "products" }>> = {}): Block => ({
  ...base,
  id: "p",
  type: "products",
  source: "last_viewed",
  product_ids: [],
  limit: 2,
  columns: 2,
  show_price: true,
  button: "",
  fill: true,
  ...part,
})
const offer = (id: string, part = {}) => ({
  id,
  title: `The ${id}`,
  handle: id,
  image: null,
  price: 1250,
  was: null,
  currency: "eur",
  ...part,
})

/** What a person sees, tags taken out. */
function shown(document: MessageDocument, scope = {}): string {
  const parts = { subject: "s", preheader: "", html: compileDocument(document), text: null }
  expect(validateTemplate(parts)).toEqual([])
  const content = composeContent(bakeConstants(parts, new Map()))
  const { html } = createRenderer(content, "UTC").render({ ...sampleScope(), ...scope })
  return joinPieces(html)
    .replace(/<(style|title)[\s\S]*?<\/\1>|<!--[\s\S]*?-->|<[^>]+>/g, " ")
    .replace(/\s+/g, " ")
    .trim()
}

describe("a document", () => {
  it("is a whole, responsive message with its texts escaped and its Liquid kept", () => {
    const html = compileDocument(
      documentOf(paragraph("a", `5 < 6 & {{ profile.first_name | default: "you" }}`))
    )
    expect(html).toMatch(
      /^<!doctype html><html[^>]*lang="\{\{ profile\.language \| default: "en" \}\}"/
    )
    expect(html).toContain("prefers-color-scheme:dark")
    expect(html).toContain(`5 &lt; 6 &amp; {{ profile.first_name | default: "you" }}`)
    expect(html).toContain(`color:#18181b`)
  })

  it("writes variables with format and fallback", () => {
    const variable = (path: string, format: "plain" | "money" | "date", fallback = "") =>
      ({ type: "variable", attrs: { path, format, fallback } }) as const
    const block = {
      ...paragraph("a", ""),
      content: words({
        type: "paragraph",
        content: [
          variable("profile.nobody", "plain", `a "friend"`),
          { type: "text", text: ", " },
          variable("profile.revenue", "money"),
          { type: "text", text: ", " },
          variable("last_order.total", "money"),
          { type: "text", text: ", " },
          variable("profile.birthday", "date"),
        ],
      }),
    } as Block
    expect(compileDocument(documentOf(block))).toContain(
      `{{ profile.nobody | default: 'a "friend"' }}, {{ profile.revenue | money: shop.currency }}`
    )
    const known = { ...sampleScope().profile, nobody: null }
    const html = compileDocument(documentOf(block)).replace("profile.nobody", "profile.city")
    const { render } = createRenderer(
      composeContent({ subject: "", preheader: "", html, text: null }),
      "UTC"
    )
    const scope = { ...sampleScope(), profile: { ...known, city: null } }
    expect(joinPieces(render(scope).text)).toContain(`a "friend", €129.90, €49.90, 17 May 1990`)
  })

  it("keeps lists, marks and links of a text", () => {
    const list = words({
      type: "bulletList",
      content: [
        {
          type: "listItem",
          content: [
            {
              type: "paragraph",
              content: [
                {
                  type: "text",
                  text: "x",
                  marks: [
                    { type: "bold" },
                    { type: "link", attrs: { href: "https://a.example/?b&c" } },
                  ],
                },
              ],
            },
          ],
        },
      ],
    })
    expect(compileDocument(documentOf({ ...paragraph("a", ""), content: list } as Block))).toMatch(
      /<ul[^>]*><li><a href="https:\/\/a\.example\/\?b&amp;c"[^>]*><strong>x<\/strong><\/a><\/li><\/ul>/
    )
  })

  it("shows a section to whom it is for, and something else to the others", () => {
    const section = (match: "all" | "any"): Block => ({
      ...base,
      id: "c",
      type: "condition",
      match,
      rules: [
        { path: "profile.orders", operator: "more", value: "2" },
        { path: "profile.city", operator: "is", value: "Paris" },
      ],
      blocks: [paragraph("a", "yes")],
      otherwise: [paragraph("b", "no")],
    })
    const of = (match: "all" | "any", profile: object) =>
      shown(documentOf(section(match)), { profile: { ...sampleScope().profile, ...profile } })
    expect(of("all", { orders: 3, city: "Paris" })).toMatch(/^yes/)
    expect(of("all", { orders: 3, city: "Rome" })).toMatch(/^no/)
    expect(of("any", { orders: 3, city: null })).toMatch(/^yes/)
    expect(of("any", { orders: 2, city: null })).toMatch(/^no/)
  })

  it("repeats its blocks for the things of a list, up to the limit", () => {
    const loop: Block = {
      ...base,
      id: "l",
      type: "loop",
      list: "last_order.items",
      limit: 1,
      blocks: [paragraph("a", "{{ item.quantity }} x {{ item.title }};")],
    }
    expect(shown(documentOf(loop))).toMatch(/^1 x Linen shirt; Your shop/)
  })

  it("shows products of the person, best sellers instead, or nothing", () => {
    const mine = { last_viewed: [offer("a"), offer("b", { was: 2000 }), offer("c")] }
    const best = { best_sellers: [offer("d", { price: null })] }
    const of = (scope: object, part = {}) =>
      shown(documentOf(products(part)), { products: scope })
        .replace(/Your shop.*/, "")
        .trim()
    expect(of({ ...mine, ...best })).toBe("The a €12.50 The b €12.50 €20.00")
    expect(of(best)).toBe("The d")
    expect(of(best, { fill: false })).toBe("")
    expect(
      of(
        { x: offer("x"), y: offer("y") },
        { source: "manual", product_ids: ["y", "z", "x"], show_price: false }
      )
    ).toBe("The y The x")
  })

  it("is refused with a path that is no path, or columns without widths", () => {
    const section = {
      ...base,
      id: "c",
      type: "condition",
      match: "all",
      rules: [{ path: "a %}{{ b", operator: "is", value: "" }],
      blocks: [],
      otherwise: [],
    }
    const columns = {
      ...base,
      id: "k",
      type: "columns",
      ratio: [1, 1],
      columns: [[], [], []],
      stack: true,
    }
    const problems = documentSchema.safeParse({
      version: 1,
      style: STYLE,
      blocks: [section, columns],
    })
    expect(
      problems.error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`)
    ).toEqual([
      "blocks.0.rules.0.path: must be a variable such as profile.first_name",
      "blocks.1: needs a width for every column",
    ])
  })

  it("cannot be left by a value: quotes and braces of a condition stay text", () => {
    const section: Block = {
      ...base,
      id: "c",
      type: "condition",
      match: "all",
      rules: [{ path: "profile.city", operator: "is", value: `" %}{{ shop.name }}'` }],
      blocks: [paragraph("a", "yes")],
      otherwise: [],
    }
    expect(shown(documentOf(section))).not.toContain("yes")
  })
})

describe("blocks in blocks", () => {
  const tree: Block[] = [
    {
      ...base,
      id: "k",
      type: "columns",
      ratio: [1, 1],
      columns: [
        [paragraph("a", "")],
        [
          {
            ...base,
            id: "l",
            type: "loop",
            list: "products.cart",
            limit: 3,
            blocks: [paragraph("b", "")],
          },
        ],
      ],
      stack: true,
    },
  ]
  it("are all found and changed", () => {
    expect(allBlocks(tree).map(({ id }) => id)).toEqual(["k", "a", "l", "b"])
    const changed = mapBlocks(tree, (block) => ({ ...block, id: `${block.id}2` }))
    expect(allBlocks(changed).map(({ id }) => id)).toEqual(["k2", "a2", "l2", "b2"])
    expect(allBlocks(tree).map(({ id }) => id)).toEqual(["k", "a", "l", "b"])
  })
})

describe("links to products", () => {
  it("are counted as one, with the product in the click", () => {
    const { html, links } = composeContent({
      subject: "s",
      preheader: "",
      html: compileDocument(documentOf(products())),
      text: null,
    })
    expect(links).toEqual([PRODUCT_LINK])
    expect(html).toContain(`href="{{ message.click_url }}/0?product={{ item.handle }}"`)
    expect(withProduct(PRODUCT_LINK, "red/../tea pot")).toBe(
      "{{ shop.url }}/products/red%2F..%2Ftea%20pot"
    )
    expect(withProduct("{{ shop.url }}/a", "x")).toBe("{{ shop.url }}/a")
  })
})

describe("products of a person", () => {
  it("are read off the template", () => {
    expect(productNeeds("{{ profile.name }}")).toBeNull()
    expect(
      productNeeds(
        "{% for item in products.cart %}{% endfor %}{{ products.prod_1.title }}{{ products.cart }}"
      )
    ).toEqual({ sources: ["cart"], ids: ["prod_1"], languages: [] })
  })

  it("of the strongest interest are what sells and was not bought, in the first category that has some", () => {
    const best = [
      { product_id: "a", categories: ["tea"] },
      { product_id: "b", categories: ["mugs", "all"] },
      { product_id: "c", categories: ["mugs"] },
    ]
    const of = (categories: string[], bought: string[]) =>
      chooseProducts("top_interest", { categories, bought }, best)
    expect(of(["tea", "mugs"], [])).toEqual(["a"])
    expect(of(["tea", "mugs"], ["a", "b"])).toEqual(["c"])
    expect(of(["tea"], ["a"])).toEqual([])
    expect(chooseProducts("last_viewed", { last_viewed: ["x", "y", "x"] }, best)).toEqual([
      "x",
      "y",
    ])
    expect(chooseProducts("cart", { cart: null }, best)).toEqual([])
  })
})

describe("constants", () => {
  const values = new Map([
    ["accent_color", "#ffdd00"],
    ["motto", `Tea & "more"`],
    ["empty", ""],
  ])
  const parts = {
    subject: "{{ constants.motto }}",
    preheader: "",
    html: `<p style="color:{{ constants.accent_text }}">{{ constants.motto }}</p>{% if constants.empty != "" %}x{% endif %}{{ constants.motto | upcase }}`,
    text: null,
  }
  it("stand in a published message as they were", () => {
    expect(bakeConstants(parts, values)).toEqual({
      ...parts,
      subject: `Tea & "more"`,
      html: `<p style="color:#18181b">Tea &amp; &quot;more&quot;</p>{% if "" != "" %}x{% endif %}{{ 'Tea & "more"' | upcase }}`,
    })
    expect(unknownConstants({ ...parts, subject: "{{ constants.nix }}" }, values)).toEqual(["nix"])
  })
  it("choose the text that is read best on a colour", () => {
    expect(["#000000", "#ffffff", "#ffdd00", "#1d4ed8"].map(readableOn)).toEqual([
      "#ffffff",
      "#18181b",
      "#18181b",
      "#ffffff",
    ])
  })
})
