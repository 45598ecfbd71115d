import type { ReplacePlace, ReplaceSearch } from "../../../types/replacement"
import type { Block, RichInline } from "../../../types/document"
import type { WrittenParts } from "../templates/compile"

/** Where texts of a person's own stand in blocks, cards and links; everything else is form. */
const WORDS = new Set(
  "text label href alt src html code note unsubscribe preferences button fallback url image link parameters".split(
    " "
  )
)
const AROUND = 40
const TAG = /^\{\{-?\s*([a-z_]\w*(?:\.\w+)+)\s*-?\}\}$/i

type At = Pick<ReplacePlace, "part" | "language">
type Said = Omit<WrittenParts, "channel" | "languages">

/** Texts changed, and the places where something was found. */
export type Replaced<Parts> = { parts: Parts; places: ReplacePlace[] }

/**
 * Replaces a text wherever a person has written it: in every part of a message, in all its languages and blocks, but not in
 * how it is built. A variable (`{{ constants.phone }}`) is found in blocks too, where it stands as a sign of its own.
 */
export function replaceInMessage(
  parts: WrittenParts,
  search: ReplaceSearch
): Replaced<WrittenParts> {
  const replacer = new Replacer(search)
  const { languages, ...own } = parts
  return {
    parts: {
      ...own,
      ...replacer.said(own, {}),
      ...(languages && {
        languages: languages.map((one) => ({
          ...one,
          ...replacer.said(one, { language: one.language }),
        })),
      }),
    },
    places: replacer.places,
  }
}

/** The same for one block. */
export function replaceInBlock(block: Block, search: ReplaceSearch): Replaced<Block> {
  const replacer = new Replacer(search)
  return { parts: replacer.block(block, { part: "html" }), places: replacer.places }
}

class Replacer {
  readonly places: ReplacePlace[] = []
  private readonly pattern: RegExp
  private readonly escaped: RegExp | null
  private readonly tag: string | undefined

  constructor(private readonly search: ReplaceSearch) {
    const { find, match_case } = search
    const pattern = (text: string) =>
      new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"), match_case ? "g" : "gi")
    this.pattern = pattern(find)
    this.escaped = escapeHtml(find) === find ? null : pattern(escapeHtml(find))
    this.tag = TAG.exec(find.trim())?.[1]
  }

  said(parts: Said, { language }: Pick<At, "language">): Said {
    const at = (part: At["part"]): At => ({ part, ...(language && { language }) })
    const { document } = parts
    return {
      subject: this.text(parts.subject, at("subject")),
      preheader: this.text(parts.preheader, at("preheader")),
      html: document ? parts.html : this.html(parts.html, at("html")),
      text: parts.text === null ? null : this.text(parts.text, at("text")),
      card: parts.card && this.words(parts.card, at("card")),
      document: document && {
        ...document,
        blocks: document.blocks.map((block) => this.block(block, at("html"))),
      },
    }
  }

  block(block: Block, at: At): Block {
    return this.words(block, at)
  }

  /** A thing with all texts in it changed. @param key - under which it stands */
  private words<Value>(value: Value, at: At, key = ""): Value {
    if (typeof value === "string") {
      if (!WORDS.has(key)) return value
      return (key === "html" ? this.html(value, at) : this.text(value, at)) as Value
    }
    if (Array.isArray(value)) return value.map((one) => this.words(one, at, key)) as Value
    if (value === null || typeof value !== "object") return value
    if (this.isSearched(value)) return this.variable(value, at) as Value
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => [name, this.words(one, at, name)])
    ) as Value
  }

  private isSearched(value: object): value is Variable {
    const node = value as Partial<Variable>
    return this.tag !== undefined && node.type === "variable" && node.attrs?.path === this.tag
  }

  private variable(node: Variable, at: At): RichInline {
    const { find, replace } = this.search
    this.places.push({ ...at, left: "", found: find, right: "" })
    const path = TAG.exec(replace.trim())?.[1]
    if (path) return { ...node, attrs: { ...node.attrs, path } }
    return { type: "text", text: replace, ...(node.marks && { marks: node.marks }) }
  }

  /** HTML says some letters in another way. */
  private html(source: string, at: At): string {
    const plain = this.text(source, at)
    if (!this.escaped) return plain
    return this.text(plain, at, this.escaped, escapeHtml(this.search.replace))
  }

  private text(
    source: string,
    at: At,
    pattern = this.pattern,
    replace = this.search.replace
  ): string {
    return source.replace(pattern, (found: string, start: number) => {
      const end = start + found.length
      this.places.push({
        ...at,
        left: source.slice(Math.max(0, start - AROUND), start),
        found,
        right: source.slice(end, end + AROUND),
      })
      return replace
    })
  }
}

type Variable = Extract<RichInline, { type: "variable" }>

function escapeHtml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;")
}
