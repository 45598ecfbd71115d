import type { Block, RichList, RichParagraph } from "../../../../types/document"
import {
  cellsOf,
  endOfRun,
  filled,
  groups,
  isData,
  isInlineBlock,
  ratioOf,
  rowsOf,
} from "./columns"
import {
  all,
  type Element,
  hasContent,
  isBlock,
  isElement,
  isSeen,
  labelOf,
  type Node,
  openTags,
  sourceOf,
  wordsOf,
} from "./dom"
import { buttonIn, imageOf, socialIn } from "./leaf"
import { isList, listOf, paragraphOf } from "./rich"
import { hasPictureBehind, isHidden, type Look, lookOf, type StyleSheet } from "./styles"
import { lineOrGap, merged, padded } from "./room"

type Made = Block extends infer One ? (One extends Block ? Omit<One, "id"> : never) : never

/** Where a part stands. */
export type At = {
  look: Look
  /** How wide its place is, in pixels. */
  room: number
  /** In how many columns within columns. */
  depth: number
  /** The link around it; empty for none. */
  href: string
}

const MAX_DEPTH = 2
const MAX_HEADING = 140
const TABLE = `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">`

/** Turns another tool's message into blocks, and notes what it finds on the way. */
export class Converter {
  /** The first words of each part that stays HTML. */
  readonly kept: string[] = []
  /** How much is said in each look. */
  readonly looks: { look: Look; words: number }[] = []
  readonly buttons: { color: string; radius: number }[] = []
  /** The line beside the subject, which a message hides at its beginning. */
  preheader = ""
  private ids = 0

  constructor(
    private readonly source: string,
    private readonly styles: StyleSheet
  ) {}

  /** The blocks of some nodes, below each other. */
  blocks(nodes: Node[], at: At): Block[] {
    const made: Block[] = []
    let line: Node[] = []
    const flush = () => {
      made.push(...this.text(line, at))
      line = []
    }
    for (let no = 0; no < nodes.length;) {
      const end = this.endOfTags(nodes, no)
      const found = end > no + 1 ? this.tangled(nodes.slice(no, end)) : this.next(nodes, no, at)
      if (found) {
        flush()
        made.push(...found.blocks)
      } else line.push(...nodes.slice(no, end))
      no = found?.end ?? end
    }
    flush()
    return merged(made)
  }

  /** What begins at a node; nothing when it flows in the text around it. */
  private next(nodes: Node[], no: number, at: At): { blocks: Block[]; end?: number } | null {
    const node = nodes[no]
    if (!isElement(node)) return null
    if (isInlineBlock(node, this.styles)) {
      const end = endOfRun(nodes, no, this.styles)
      const cells = filled(nodes.slice(no, end).filter(isElement))
      if (cells.length > 1) return { blocks: this.beside(cells, at), end }
    }
    const blocks = this.element(node, at)
    return blocks && { blocks }
  }

  private element(node: Element, at: At): Block[] | null {
    const style = this.styles.of(node)
    if (!isSeen(node)) return []
    if (isHidden(node, style)) {
      this.preheader ||= wordsOf(node).slice(0, 200)
      return []
    }
    const button = buttonIn(node, at.look, this.styles)
    if (button) {
      this.buttons.push(button)
      return [this.block(button.button)]
    }
    if (!isBlock(node)) return null
    if (hasPictureBehind(node, style) && hasContent(node)) return [this.keep([node])]
    const look = lookOf(node, style, at.look)
    const inner = { ...at, look, href: (node.name === "a" && node.attribs.href?.trim()) || at.href }
    if (node.name === "img") return this.image(node, inner)
    if (!hasContent(node)) return lineOrGap(node, this.styles, look).map((made) => this.block(made))
    const social = socialIn([node], look)
    if (social) return [this.block(social)]
    if (/^h[1-6]$/.test(node.name)) return this.heading(node, inner)
    if (isList(node)) return this.list(node, inner)
    if (node.name === "table") return this.table(node, inner)
    return padded(this.blocks(node.children, inner), style)
  }

  private image(node: Element, at: At): Block[] {
    const image = imageOf(node, at.href, { ...at, styles: this.styles })
    return image ? [this.block(image)] : []
  }

  private table(node: Element, at: At): Block[] {
    if (isData(node) || this.isTangled(node)) return [this.keep([node])]
    const rows = rowsOf(node)
    if (!rows.length) return this.blocks(node.children, at)
    return merged(rows.flatMap((row) => this.row(row, at)))
  }

  private row(row: Element, at: At): Block[] {
    const style = this.styles.of(row)
    if (hasPictureBehind(row, style)) return [this.keep([row])]
    const look = lookOf(row, style, at.look)
    const cells = filled(cellsOf(row))
    if (!cells.length) return lineOrGap(row, this.styles, look).map((made) => this.block(made))
    if (cells.length === 1) return this.cell(cells[0], { ...at, look })
    const social = socialIn(cells, lookOf(cells[0], this.styles.of(cells[0]), look))
    if (social) return [this.block(social)]
    if (cells.length > 3) return [this.keep([row])]
    return this.columns(cells, { ...at, look })
  }

  private cell(cell: Element, at: At): Block[] {
    return this.element(cell, at) ?? this.text([cell], at)
  }

  /** Things that stand beside each other, in as many rows as they need. */
  private beside(cells: Element[], at: At): Block[] {
    const social = socialIn(cells, at.look)
    if (social) return [this.block(social)]
    return groups(cells).flatMap((group) => this.columns(group, at))
  }

  private columns(cells: Element[], at: At): Block[] {
    if (cells.length === 1 || at.depth >= MAX_DEPTH)
      return cells.flatMap((cell) => this.cell(cell, at))
    const ratio = ratioOf(cells, this.styles)
    const parts = ratio.reduce((sum, part) => sum + part, 0)
    const columns = cells.map((cell, no) =>
      this.cell(cell, { ...at, depth: at.depth + 1, room: (at.room * ratio[no]) / parts })
    )
    const { background } = at.look
    return [this.block({ type: "columns", background, padding: 8, ratio, columns, stack: true })]
  }

  private heading(node: Element, at: At): Block[] {
    if (node.children.some(isBlock)) return this.blocks(node.children, at)
    const level = Math.min(3, Number(node.name[1])) as 1 | 2 | 3
    const line = paragraphOf(node.children, this.styles, this.link(at))
    return line ? [this.headingOf(line, level, node.children, at)] : []
  }

  private headingOf(line: RichParagraph, level: 1 | 2 | 3, nodes: Node[], at: At): Block {
    const { background, align, color } = this.note(nodes, at)
    const content = { type: "doc" as const, content: [line] }
    return this.block({ type: "heading", content, level, align, color, background, padding: 6 })
  }

  private list(node: Element, at: At): Block[] {
    if (all("img", node).length || all("table", node).length)
      return this.blocks(
        node.children.flatMap((item) => (isElement(item) ? item.children : [])),
        at
      )
    const list = listOf(node, this.styles)
    return list ? [this.textOf([list], [node], at)] : []
  }

  /** What flows in a line: a text, or a heading when it is large and short. */
  private text(nodes: Node[], at: At): Block[] {
    const { size, bold } = at.look
    const large = size >= 22 && nodes.map((node) => wordsOf(node)).join(" ").length <= MAX_HEADING
    const marks = [...(bold && !large ? [{ type: "bold" as const }] : []), ...this.link(at)]
    const line = paragraphOf(nodes, this.styles, marks)
    if (!line) return []
    return [
      large ? this.headingOf(line, size >= 28 ? 1 : 2, nodes, at) : this.textOf([line], nodes, at),
    ]
  }

  private textOf(content: (RichParagraph | RichList)[], nodes: Node[], at: At): Block {
    const { background, align, color, size } = this.note(nodes, at)
    return this.block({
      type: "text",
      content: { type: "doc", content },
      align,
      size: Math.max(10, Math.min(32, Math.round(size))),
      color,
      background,
      padding: 4,
    })
  }

  /** Notes how much is said in a look, by which the look of the whole message is decided. */
  private note(nodes: Node[], { look }: At): Look {
    this.looks.push({ look, words: nodes.map((node) => wordsOf(node)).join(" ").length })
    return look
  }

  private link({ href }: At) {
    return href ? [{ type: "link" as const, attrs: { href } }] : []
  }

  /** Where tags of Liquid that begin at a node have ended again; behind the last node if they never do. */
  private endOfTags(nodes: Node[], from: number): number {
    let open = 0
    for (let no = from; no < nodes.length; no++) {
      open += openTags(sourceOf(nodes[no], this.source))
      if (open <= 0) return no + 1
    }
    return open ? nodes.length : from + 1
  }

  /** Nodes with a condition or a loop around them: a text may have one in it, anything larger stays HTML. */
  private tangled(nodes: Node[]): { blocks: Block[]; end?: number } | null {
    return nodes.some(isBlock) ? { blocks: [this.keep(nodes)], end: undefined } : null
  }

  /** Whether a condition or a loop runs around rows or cells. */
  private isTangled(node: Element): boolean {
    return node.children.some(
      (child) =>
        (!isElement(child) && openTags(sourceOf(child, this.source)) !== 0) ||
        (isElement(child) && /^(t(body|head|foot)|tr)$/.test(child.name) && this.isTangled(child))
    )
  }

  private keep(nodes: Node[]): Block {
    const html = nodes.map((node) => this.whole(node)).join("")
    this.kept.push(labelOf(nodes) || html.slice(0, 80))
    return this.block({ type: "html", html, background: null, padding: 0 })
  }

  /** A row or a cell alone needs its table around it. */
  private whole(node: Node): string {
    const html = sourceOf(node, this.source)
    const name = isElement(node) ? node.name : ""
    if (name === "tr") return `${TABLE}${html}</table>`
    return name === "td" || name === "th" ? `${TABLE}<tr>${html}</tr></table>` : html
  }

  private block(made: Made): Block {
    this.ids += 1
    return { ...made, id: `import${this.ids}` } as Block
  }
}
