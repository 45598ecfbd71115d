import type { RichInline, RichList, RichMark, RichParagraph } from "../../../../types/document"
import { variableProblem } from "../../variables"
import { type Element, isElement, isSeen, type Node } from "./dom"
import { isHidden, type StyleSheet } from "./styles"

const MARKS: Record<string, Exclude<RichMark["type"], "link">> = {
  b: "bold",
  strong: "bold",
  i: "italic",
  em: "italic",
  u: "underline",
  ins: "underline",
  s: "strike",
  strike: "strike",
  del: "strike",
}
const VARIABLE =
  /(\{\{-?\s*[a-z_]\w*(?:\.\w+)*\s*(?:\|\s*default:\s*(?:"[^"{}]*"|'[^'{}]*')\s*)?-?\}\})/i
const PARTS = /^\{\{-?\s*([\w.]+)\s*(?:\|\s*default:\s*(?:"([^"]*)"|'([^']*)')\s*)?-?\}\}$/

/** A paragraph of what flows in a line; nothing when nobody would see it. */
export function paragraphOf(
  nodes: Node[],
  styles: StyleSheet,
  marks: RichMark[] = []
): RichParagraph | null {
  const content = trimmed(nodes.flatMap((node) => inlineOf(node, styles, marks)))
  return content.length ? { type: "paragraph", content } : null
}

/** A list with the lists in it. */
export function listOf(element: Element, styles: StyleSheet): RichList | null {
  const items = element.children.filter(isElement).filter(({ name }) => name === "li")
  const content = items.flatMap(({ children }) => {
    const inner = children.filter(isElement).filter(isList)
    const words = paragraphOf(
      children.filter((child) => !inner.includes(child as Element)),
      styles
    )
    const lists = inner.flatMap((list) => listOf(list, styles) ?? [])
    return words || lists.length
      ? [{ type: "listItem" as const, content: [...(words ? [words] : []), ...lists] }]
      : []
  })
  const type = element.name === "ol" ? "orderedList" : "bulletList"
  return content.length ? { type, content } : null
}

export const isList = ({ name }: Element): boolean => name === "ul" || name === "ol"

function inlineOf(node: Node, styles: StyleSheet, marks: RichMark[]): RichInline[] {
  if (!isSeen(node)) return []
  if (!isElement(node)) return "data" in node ? textParts(node.data, marks) : []
  const style = styles.of(node)
  if (isHidden(node, style)) return []
  if (node.name === "br") return [{ type: "hardBreak" }]
  const inside = withMarks(marks, [
    ...(MARKS[node.name] ? [{ type: MARKS[node.name] }] : []),
    ...(/^(bold|bolder|[6-9]00)$/i.test(style["font-weight"] ?? "")
      ? [{ type: "bold" as const }]
      : []),
    ...(/italic/i.test(style["font-style"] ?? "") ? [{ type: "italic" as const }] : []),
    ...(node.name === "a" && node.attribs.href?.trim()
      ? [{ type: "link" as const, attrs: { href: node.attribs.href.trim() } }]
      : []),
  ])
  const content = node.children.flatMap((child) => inlineOf(child, styles, inside))
  // Within a list's line paragraphs are nothing but new lines.
  return node.name === "p" && content.length ? [...content, { type: "hardBreak" }] : content
}

function withMarks(marks: RichMark[], more: RichMark[]): RichMark[] {
  return more.reduce(
    (all, mark) => (all.some(({ type }) => type === mark.type) ? all : [...all, mark]),
    marks
  )
}

function textParts(source: string, marks: RichMark[]): RichInline[] {
  const said = marks.length ? { marks } : {}
  return source
    .replace(/[ \t\r\n\f]+/g, " ")
    .split(VARIABLE)
    .filter(Boolean)
    .map((text) => {
      const [, path, double, single] = PARTS.exec(text) ?? []
      if (!path || variableProblem(path.split("."))) return { type: "text", text, ...said }
      const attrs = { path, fallback: double ?? single ?? "", format: "plain" as const }
      return { type: "variable", attrs, ...said }
    })
}

/** Without the white space that is at its ends and where two pieces meet, and without lines that end it. */
function trimmed(parts: RichInline[]): RichInline[] {
  const kept: RichInline[] = []
  for (const part of parts) {
    const before = kept.at(-1)
    const starts = !before || before.type === "hardBreak" || endsInSpace(before)
    if (part.type === "text") {
      const text = starts ? part.text.replace(/^ +/, "") : part.text
      if (text) kept.push({ ...part, text })
    } else if (part.type !== "hardBreak" || before) {
      if (part.type === "hardBreak") dropSpace(kept)
      kept.push(part)
    }
  }
  dropSpace(kept)
  while (kept.at(-1)?.type === "hardBreak") {
    kept.pop()
    dropSpace(kept)
  }
  return kept.some(isWord) ? kept : []
}

const endsInSpace = (part: RichInline) => part.type === "text" && part.text.endsWith(" ")

function dropSpace(parts: RichInline[]): void {
  const last = parts.at(-1)
  if (last?.type !== "text") return
  const text = last.text.replace(/ +$/, "")
  if (text) parts[parts.length - 1] = { ...last, text }
  else parts.pop()
}

/** Letters or a value: rows of no-break and zero-width spaces only fill an inbox's line. */
const isWord = (part: RichInline) =>
  part.type === "variable" ||
  (part.type === "text" && /[^\s\u00a0\u200b-\u200d\u034f\ufeff\u00ad\u2007]/.test(part.text))
