import { type Element, hasContent, isElement, isSeen, isText, type Node, wordsOf } from "./dom"
import { pixels, type StyleSheet } from "./styles"

/** Things that stand beside each other, with the parts of the width they take. */
export type Beside = { cells: Element[]; ratio: number[] }

/** The rows of a table, whatever they are wrapped in. */
export function rowsOf(table: Element): Element[] {
  return table.children
    .filter(isElement)
    .flatMap((child) =>
      child.name === "tr" ? [child] : /^t(body|head|foot)$/.test(child.name) ? rowsOf(child) : []
    )
}

/** The cells of a row in which there is something. */
export const cellsOf = (row: Element): Element[] =>
  row.children.filter(isElement).filter(({ name }) => name === "td" || name === "th")

/** Whether a table holds figures and names rather than the layout of a message. */
export function isData(table: Element): boolean {
  const rows = rowsOf(table).map(cellsOf)
  if (rows.some((cells) => cells.some(({ name }) => name === "th"))) return rows[0].length > 1
  const plain = rows.every((cells) => cells.every((cell) => !cell.children.some(isLaidOut)))
  return (
    plain && rows.length > 1 && rows.every(({ length }) => length > 1 && length === rows[0].length)
  )
}

const isLaidOut = (node: Node): boolean =>
  isElement(node) && (/^(img|table|div|h\d|p)$/.test(node.name) || node.children.some(isLaidOut))

/** Where a run of elements that a mail program puts beside each other ends; `from + 1` when the next is not beside it. */
export function endOfRun(nodes: Node[], from: number, styles: StyleSheet): number {
  let end = from
  while (end < nodes.length && (isInlineBlock(nodes[end], styles) || isGap(nodes[end]))) end += 1
  return end
}

/** A column as mail programs know them: a block that stands in a line. */
export function isInlineBlock(node: Node, styles: StyleSheet): node is Element {
  if (!isElement(node) || !/^(div|table)$/.test(node.name)) return false
  const { display = "", float = "" } = styles.of(node)
  return /^inline-(block|table)/.test(display) || /^(left|right)$/.test(float) || isAligned(node)
}

const isAligned = ({ name, attribs }: Element) =>
  name === "table" && /^(left|right)$/i.test(attribs.align ?? "")

const isGap = (node: Node) => !isSeen(node) || (isText(node) && wordsOf(node) === "")

/** Cells in groups that fit beside each other: two, or three where that comes out even. */
export function groups(cells: Element[]): Element[][] {
  const size = cells.length % 3 === 0 ? 3 : 2
  return Array.from({ length: Math.ceil(cells.length / size) }, (_, at) =>
    cells.slice(at * size, (at + 1) * size)
  )
}

/** How the width is shared, in whole parts from 1 to 4. */
export function ratioOf(cells: Element[], styles: StyleSheet): number[] {
  const widths = cells.map((cell) => widthOf(cell, styles))
  if (widths.some((width) => width === undefined)) return cells.map(() => 1)
  const least = Math.min(...(widths as number[]))
  return (widths as number[]).map((width) => Math.max(1, Math.min(4, Math.round(width / least))))
}

function widthOf(cell: Element, styles: StyleSheet): number | undefined {
  const named = /(?:per|px|col|columns?)-(\d+)/i.exec(cell.attribs.class ?? "")?.[1]
  const style = styles.of(cell)
  const said = [cell.attribs.width, style.width, style["max-width"]].flatMap((value) =>
    value?.trim().endsWith("%") ? parseFloat(value) : (pixels(value) ?? [])
  )
  const width = Number(named ?? said.find((value) => value !== 100) ?? 0)
  return width > 0 ? width : undefined
}

/** Cells in which something can be seen. */
export const filled = (cells: Element[]): Element[] => cells.filter(hasContent)
