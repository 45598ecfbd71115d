import { readFileSync } from "node:fs"
import { join } from "node:path"
import fc from "fast-check"
import type { Block, RichInline, RichText } from "../../../../types/document"
import { compileDocument } from "../../document/compile/message"
import { documentSchema } from "../../document/schema"
import { validateTemplate } from "../../validate"
import { toBlocks } from "../blocks/to-blocks"
import { importMessage } from "../import-message"

const read = (name: string) => readFileSync(join(__dirname, "newsletters", name))
const take = (name: string) =>
  importMessage({ filename: name, bytes: read(name) }, "blocks", () => {
    throw new Error("there is no picture in the file")
  })
/** The blocks of a body in short. */
const blocksOf = (html: string) => outline(toBlocks(`<body>${html}</body>`)?.document.blocks ?? [])

/** One line a block: its type, what it says, and how where that is not usual. */
function outline(blocks: Block[], indent = ""): string[] {
  return blocks.flatMap((block) => {
    const line = (...said: string[]) => [indent + [block.type, ...said].join(" ")]
    const tint = block.background ? [`on ${block.background}`] : []
    switch (block.type) {
      case "heading":
        return line(String(block.level), block.align, said(block.content), ...tint)
      case "text":
        return line(String(block.size), block.align, said(block.content), ...tint)
      case "image":
        return line(block.src, `${block.width}%`, block.align, `"${block.alt}"`, block.href)
      case "button":
        return line(block.align, `"${block.label}"`, block.href)
      case "social":
        return line(...block.links.map(({ network }) => network))
      case "spacer":
        return line(String(block.height))
      case "html":
        return line(block.html.replace(/\s+/g, " "))
      case "columns":
        return [
          ...line(block.ratio.join(":")),
          ...block.columns.flatMap((column) => [`${indent}  |`, ...outline(column, `${indent}  `)]),
        ]
      default:
        return line()
    }
  })
}

function said(text: RichText): string {
  const words = (parts: RichInline[] = []) => parts.map(inline).join("")
  return text.content
    .map((node) =>
      node.type === "paragraph"
        ? words(node.content)
        : node.content
            .map(
              ({ content }) =>
                `• ${content.map((one) => one.type === "paragraph" && words(one.content)).join()}`
            )
            .join(" ")
    )
    .join(" ¶ ")
}

function inline(part: RichInline): string {
  if (part.type === "hardBreak") return "↵"
  const words = part.type === "text" ? part.text : `[${part.attrs.path}|${part.attrs.fallback}]`
  return (part.marks ?? []).reduce(
    (inside, mark) =>
      mark.type === "link" ? `<${inside}→${mark.attrs.href}>` : `${mark.type[0]}(${inside})`,
    words
  )
}

describe("a newsletter as blocks", () => {
  it("of tables becomes texts, pictures, buttons and columns, and a table of prices stays HTML", async () => {
    const { document, preheader, parts, problems } = await take("tables.html")
    expect(outline(document!.blocks)).toEqual([
      `image https://cdn.example/logo.png 25% center "Holm & Sons" https://holm.example`,
      `image https://cdn.example/hero.jpg 100% center "A stove" `,
      "heading 1 center Autumn is here, [profile.first_name|friend]",
      "text 16 left The first b(cold nights) are here. <See the wool→https://holm.example/wool>\u00a0we found. ¶ Three things to do: ¶ • Sweep the chimney • Stack the i(wood)",
      `button center "Shop the autumn" https://holm.example/shop`,
      "divider",
      "columns 1:1",
      "  |",
      `  image https://cdn.example/sock.jpg 87% left "Sock" `,
      "  heading 3 left Socks",
      "  text 16 left For cold floors.",
      "  |",
      `  image https://cdn.example/hat.jpg 87% left "Hat" https://holm.example/hat`,
      "  heading 3 left Hats",
      "  text 16 left For cold ears.",
      expect.stringMatching(
        /^html <table width="100%"> <tr> <th>Size<\/th>.*22 &euro;<\/td> <\/tr> <\/table><style>.*\.small.*<\/style>$/
      ),
      "spacer 30",
      "social instagram facebook",
      "text 12 center Holm & Sons, 1 Main Street↵<Unsubscribe→{{ message.unsubscribe_url }}> on #f0ede8",
    ])
    expect(document!.style).toEqual({
      background: "#f0ede8",
      surface: "#ffffff",
      text: "#333333",
      accent: "#7a3b2e",
      font: "serif",
      radius: 6,
    })
    expect(preheader).toBe("Wool is back, and so is the stove.")
    expect(parts).toEqual({ editable: 15, html: 1 })
    expect(problems).toEqual([
      {
        kind: "picture_elsewhere",
        details: ["cdn.example", "track.example"],
        count: 2,
      },
      { kind: "kept_html", details: ["Size Price S 20 € M 22 €"], count: 1 },
    ])
  })

  it("of divisions and classes becomes the same, and a condition around a part stays with it", async () => {
    const { document, parts, problems } = await take("divs.html")
    expect(outline(document!.blocks)).toEqual([
      "heading 1 left New in: trail shoes",
      "text 18 left Hello [profile.first_name|],↵light, grippy and b(made to last).",
      `button left "See them" https://trail.example/new?utm=a&b=c`,
      "columns 1:1:1",
      "  |",
      `  image https://cdn.example/a.png 100% left "" `,
      "  text 16 left Peak",
      "  |",
      "  text 16 left Ridge",
      "  |",
      "  text 16 left Valley",
      expect.stringMatching(
        /^html {1,2}\{% if profile\.orders > 3 %\} ?<div>For you.*\{% endif %\} ?<style>.*<\/style>$/
      ),
      "text 16 left You have {% if profile.orders > 1 %}b([profile.orders|]){% else %}no{% endif %} orders.",
      `html <div style="background-image: url(https://cdn.example/bg.jpg); padding: 60px"> <span class="h">On a picture</span> </div>`,
      "text 16 left Made in small numbers <3 on #333333",
    ])
    expect(document!.style).toEqual({
      background: "#000000",
      surface: "#101820",
      text: "#f5f5f5",
      accent: "#ff6600",
      font: "sans",
      radius: 8,
    })
    expect(parts).toEqual({ editable: 9, html: 2 })
    expect(problems.map(({ kind, count }) => [kind, count])).toEqual([
      ["picture_elsewhere", 1],
      ["unsubscribe", 1],
      ["kept_html", 2],
    ])
  })

  it("of MJML becomes the same", async () => {
    const { document, preheader, parts, problems } = await take("columns.mjml")
    expect(outline(document!.blocks)).toEqual([
      `image https://cdn.example/tea.png 20% center "Tea" https://tea.example`,
      "heading 1 center Ten teas, ten days",
      "text 15 left Dear [profile.first_name|], one tea a day.",
      `button center "Begin" https://tea.example/week`,
      "divider",
      "spacer 20",
      "columns 1:2",
      "  |",
      `  image https://cdn.example/green.png 74% center "" `,
      "  |",
      "  text 15 left Green, from the hills.",
      `  button center "Green" https://tea.example/green`,
      "social instagram youtube",
      "text 12 center <Unsubscribe→{{ message.unsubscribe_url }}> on #eef2ee",
    ])
    expect(document!.style).toMatchObject({
      background: "#eef2ee",
      surface: "#ffffff",
      text: "#222222",
      accent: "#0b6e4f",
    })
    expect([preheader, parts]).toEqual(["Ten teas, ten days", { editable: 11, html: 0 }])
    expect(problems.map(({ kind }) => kind)).toEqual(["picture_elsewhere"])
  })
})

describe("a part of a message as a block", () => {
  it.each([
    ["<p> &nbsp; </p><!-- x -->", []],
    [`<img src="o.gif" width="1" height="1">A`, ["text 16 left A"]],
    ["<p>A</p><p>B</p>", ["text 16 left A ¶ B"]],
    [`<p>A</p><p align="right">B</p>`, ["text 16 left A", "text 16 right B"]],
    [
      `<p>A <img src="i.png" width="60"> B</p>`,
      ["text 16 left A", `image i.png 10% left "" `, "text 16 left B"],
    ],
    [`<a href="x">A</a> and <b>B<i>C</i></b>`, ["text 16 left <A→x> and b(B)i(b(C))"]],
    [`<a href="x" style="border:2px solid #111;padding:4px">A</a>`, [`button left "A" x`]],
    [
      `<td bgcolor="#ff0000"><a href="x">not a button: underlined</a></td>`,
      ["text 16 left <not a button: underlined→x>"],
    ],
    [`<a href="x"><img src="a.png"></a>`, [`image a.png 100% left "" x`]],
    [`<a href="x"><div>A</div></a>`, ["text 16 left <A→x>"]],
    [`<ol><li>A<ul><li>B</ul></ol>`, ["text 16 left • A,false"]],
    ["<hr>", ["divider"]],
    [
      "<table><tr><td>A<td>B<td>C<td>D</table>",
      [expect.stringMatching(/^html <table [^>]*><tr><td>A.*<\/table>$/)],
    ],
    [
      "<table background='b.png'><tr><td>A</table>",
      ["html <table background='b.png'><tr><td>A</table>"],
    ],
    [
      "<table>{% for p in products.cart %}<tr><td>{{ p.title }}{% endfor %}</table>",
      [expect.stringMatching(/^html <table>/)],
    ],
  ])("%s", (html, expected) => {
    expect(blocksOf(html)).toEqual(expected)
  })

  it("stays HTML when it is larger or deeper than what any editor makes", () => {
    expect(toBlocks("<div>".repeat(101) + "x")).toBeNull()
    expect(toBlocks("<p>x</p>".repeat(5_001))).toBeNull()
    expect(toBlocks("<div>".repeat(20) + "x")?.editable).toBe(1)
  })

  it("is nothing where there is nothing, and where the message cannot be filled in", () => {
    expect(toBlocks("<body> <br> </body>")).toBeNull()
    expect(toBlocks(`<p>${"x".repeat(30_000)}</p>`)).toBeNull()
  })
})

describe("any message as blocks", () => {
  const word = fc.stringMatching(/^[a-z]{3,9}$/)
  const line = fc.oneof(
    word,
    word.map((text) => `<b>${text}</b>`),
    word.map((text) => `<a href="https://a.example/${text}">${text}</a>`),
    word.map((text) => `{{ profile.first_name | default: "${text}" }}`),
    word.map((text) => `{% if profile.orders > 1 %}${text}{% endif %}`)
  )
  const words = fc.array(line, { minLength: 1, maxLength: 4 }).map((all) => all.join(" "))
  const { tree } = fc.letrec<{ tree: string }>((tie) => ({
    tree: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      words.map((text) => `<p>${text}</p>`),
      words.map((text) => text),
      words.map((text) => `<h2 style="color:#123456">${text}</h2>`),
      word.map(
        (text) => `<a style="background:#ff0000;padding:9px" href="https://b.example">${text}</a>`
      ),
      word.map((text) => `<img src="https://c.example/${text}.png" alt="${text}">`),
      fc
        .array(words, { minLength: 1, maxLength: 3 })
        .map((all) => `<ul><li>${all.join("<li>")}</ul>`),
      fc.constantFrom("<hr>", "<br>", "<!-- note -->", "<div style='height:20px'></div>"),
      fc.array(tie("tree"), { maxLength: 3 }).map((all) => `<div>${all.join("")}</div>`),
      fc
        .array(tie("tree"), { minLength: 1, maxLength: 5 })
        .map((all) => `<table><tr><td>${all.join("</td><td>")}</td></tr></table>`),
      fc
        .array(tie("tree"), { minLength: 1, maxLength: 3 })
        .map((all) => `<table><tr><td>${all.join("</td></tr><tr><td>")}</td></tr></table>`),
      tie("tree").map((inner) => `{% if profile.orders > 2 %}${inner}{% endif %}`),
      fc
        .array(tie("tree"), { minLength: 2, maxLength: 4 })
        .map((all) =>
          all.map((inner) => `<div style="display:inline-block">${inner}</div>`).join("")
        )
    ),
  }))

  it("keeps every word in its order, every picture and every link, and can be edited and sent", () => {
    fc.assert(
      fc.property(tree, (html) => {
        const made = toBlocks(`<html><body>${html}</body></html>`)
        const wanted = met(html)
        if (!wanted.length) return
        expect(made).not.toBeNull()
        const compiled = compileDocument(made!.document)
        expect(met(compiled.slice(compiled.indexOf("<body")))).toEqual(wanted)
        expect(documentSchema.parse(made!.document)).toEqual(made!.document)
        expect(
          validateTemplate({ subject: "x", preheader: "", html: compiled, text: null })
        ).toEqual([])
      }),
      { numRuns: 200, seed: 1 }
    )
    /** Words, addresses and tags of Liquid, in the order in which they are met. */
    function met(source: string): string[] {
      return source
        .replace(/<!--[\s\S]*?-->/g, " ")
        .replace(/<(?:a|img)\b[^>]*?(?:href|src)="([^"]*)"[^>]*>/g, " $1 ")
        .replace(/<[^>]*>/g, " ")
        .replace(/&nbsp;|(?=\{[{%])|(?<=[%}]\})/g, " ")
        .split(/\s+/)
        .filter(Boolean)
    }
  })
})
