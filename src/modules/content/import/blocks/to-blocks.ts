import type { Block, MessageDocument, MessageStyle } from "../../../../types/document"
import { compileDocument } from "../../document/compile/message"
import { documentSchema } from "../../document/schema"
import { allBlocks, mapBlocks } from "../../document/tree"
import { nestedDeeperThan } from "../../nesting"
import { validateTemplate } from "../../validate"
import { Converter } from "./convert"
import { all, hasContent, isElement, type Node, parse } from "./dom"
import { lookOf, ownBackground, PLAIN, readStyleSheet, type StyleSheet } from "./styles"

const WIDTH = 600
/** Larger corners are a button's, not a picture's. */
const MAX_RADIUS = 8
/** More than any message of an editor has; each element is looked at with all that is in it. */
const MAX_NESTED = 100
const MAX_ELEMENTS = 5_000

export type BlockMessage = {
  document: MessageDocument
  /** Parts that can be changed in the editor, columns not counted. */
  editable: number
  /** The first words of each part that stays HTML. */
  kept: string[]
  /** The line beside the subject; empty for none. */
  preheader: string
}

/**
 * A message of another tool as blocks: texts, headings, pictures, buttons, lines, links to other places and columns. What has
 * no block (a table of figures, words on a picture, a condition around a section) stays HTML in a block of its own. Of the
 * looks that are most used the look of the whole message is made.
 * @param html - ours already: cleaned, with our variables and its pictures at the shop
 * @returns nothing when the message cannot be made of blocks at all
 */
export function toBlocks(html: string): BlockMessage | null {
  if (nestedDeeperThan(html, MAX_NESTED) !== undefined) return null
  const root = parse(html)
  if (all("*", root).length > MAX_ELEMENTS) return null
  const styles = readStyleSheet(root)
  const [body] = all("body", root)
  const look = body ? lookOf(body, styles.of(body), PLAIN) : PLAIN
  const converter = new Converter(html, styles)
  const blocks = converter.blocks(body ? body.children : root.children, {
    look,
    room: WIDTH,
    depth: 0,
    href: "",
  })
  const style = styleOf(converter, pageColor(body ?? root, styles) ?? look.background)
  const document: MessageDocument = {
    version: 1,
    style,
    blocks: withStyles(
      mapBlocks(blocks, (block) => inStyle(block, style)),
      styles.source
    ),
  }
  if (!blocks.length || !isSound(document)) return null
  const editable = allBlocks(document.blocks).filter(
    ({ type }) => type !== "html" && type !== "columns"
  ).length
  return { document, editable, kept: converter.kept, preheader: converter.preheader }
}

/** The colour behind the message: the first that is met on the way in, as long as there is nothing beside it. */
function pageColor(node: Node, styles: StyleSheet): string | undefined {
  const own = isElement(node) && ownBackground(node, styles.of(node))
  if (own) return own
  const inner = "children" in node ? node.children.filter(hasContent) : []
  return inner.length === 1 ? pageColor(inner[0], styles) : undefined
}

function styleOf({ looks, buttons }: Converter, background: string): MessageStyle {
  const most = (key: "background" | "color" | "font") => {
    const words = new Map<string, number>()
    for (const { look, words: count } of looks)
      words.set(look[key], (words.get(look[key]) ?? 0) + count)
    return [...words].sort(([, a], [, b]) => b - a)[0]?.[0]
  }
  const font = most("font") ?? ""
  return {
    background,
    surface: most("background") ?? PLAIN.background,
    text: most("color") ?? PLAIN.color,
    accent: buttons[0]?.color ?? null,
    font: /mono|courier/i.test(font)
      ? "mono"
      : /georgia|times|(?<!sans-)serif/i.test(font)
        ? "serif"
        : "sans",
    radius: Math.min(MAX_RADIUS, Math.round(buttons[0]?.radius ?? 0)),
  }
}

/** A block without what the message says for all of them. */
function inStyle(block: Block, { surface, text }: MessageStyle): Block {
  const background = block.background === surface ? null : block.background
  if (block.type !== "text" && block.type !== "heading") return { ...block, background }
  return { ...block, background, color: block.color === text ? null : block.color }
}

/** What stays HTML still needs the style sheets of its message. */
function withStyles(blocks: Block[], source: string): Block[] {
  let given = !source.trim()
  return mapBlocks(blocks, (block) => {
    if (block.type !== "html" || given) return block
    given = true
    return { ...block, html: `${block.html}<style>${source}</style>` }
  })
}

/** Whether the editor takes the blocks, and the message can be filled in. */
function isSound(document: MessageDocument): boolean {
  if (!documentSchema.safeParse(document).success) return false
  const html = compileDocument(document)
  return !validateTemplate({ subject: "-", preheader: "", html, text: null }).length
}
