import type { Block, BlockOf } from "../../../../types/document"
import { all, type Element } from "./dom"
import { type Look, pixels, roomOf, type Style, type StyleSheet } from "./styles"

/** Blocks with the room of what was around them, which one alone can take. */
export function padded(blocks: Block[], style: Style): Block[] {
  const room = roomOf(style)
  if (blocks.length !== 1 || !room) return blocks
  return [{ ...blocks[0], padding: Math.min(120, blocks[0].padding + room) }]
}

/** A line or a gap that an element without content stands for. */
export function lineOrGap(
  element: Element,
  styles: StyleSheet,
  { background }: Look
): (Omit<BlockOf<"divider">, "id"> | Omit<BlockOf<"spacer">, "id">)[] {
  const parts = all("*", element)
  const worn = parts.map((part) => styles.of(part))
  if (element.name === "hr" || worn.some(hasLine))
    return [{ type: "divider", background, padding: 12 }]
  const heights = parts.map(({ attribs }, no) => pixels(worn[no].height ?? attribs.height) ?? 0)
  const height = Math.min(200, Math.round(Math.max(...heights)))
  return height >= 5 ? [{ type: "spacer", background, padding: 0, height }] : []
}

const hasLine = (style: Style) =>
  [style["border-top"], style["border-bottom"]].some(
    (line) => /[1-9]\d*px/.test(line ?? "") && /solid|dashed|dotted|double/.test(line ?? "")
  )

/** Texts of the same look that follow each other are one text. */
export function merged(blocks: Block[]): Block[] {
  return blocks.reduce<Block[]>((made, block) => {
    const before = made.at(-1)
    if (before?.type !== "text" || block.type !== "text" || !alike(before, block))
      return [...made, block]
    const content = [...before.content.content, ...block.content.content]
    return [...made.slice(0, -1), { ...before, content: { type: "doc", content } }]
  }, [])
}

const alike = (one: BlockOf<"text">, other: BlockOf<"text">) =>
  (["align", "size", "color", "background", "padding"] as const).every(
    (key) => one[key] === other[key]
  )
