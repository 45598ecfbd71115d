import { DomUtils, parseDocument } from "htmlparser2"

type Root = ReturnType<typeof parseDocument>
export type Node = Root["children"][number]
export type Element = Extract<Node, { attribs: unknown }>

/** Elements that lay out others or stand alone; everything else flows within a text. */
const BLOCKS = new Set(
  "address article aside blockquote body center dd div dl dt fieldset figure footer h1 h2 h3 h4 h5 h6 header hr html img li main nav ol p pre section table tbody td tfoot th thead tr ul multiline singleline layout repeater".split(
    " "
  )
)
/** Elements of which nothing is seen in a message. */
const UNSEEN = new Set(["head", "style", "title", "meta", "link", "script", "template"])

export const parse = (html: string): Root =>
  parseDocument(html, { withStartIndices: true, withEndIndices: true })

export const isElement = (node: Node): node is Element => DomUtils.isTag(node)
export const isText = (node: Node): boolean => DomUtils.isText(node)

/** The letters of an element exactly as they were written. */
export const sourceOf = (node: Node, source: string): string =>
  source.slice(node.startIndex!, node.endIndex! + 1)

/** What is read of some nodes, with single spaces. */
export const wordsOf = (nodes: Node | Node[]): string =>
  DomUtils.innerText(nodes)
    .replace(/[\s\u00a0\u200b-\u200d\u034f\ufeff\u00ad\u2007]+/g, " ")
    .trim()

/** The first words of some nodes, to be known again by. */
export function labelOf(nodes: Node[]): string {
  const texts = DomUtils.filter(isText, nodes, true).map((node) => wordsOf(node))
  return texts.filter(Boolean).join(" ").slice(0, 80)
}

/** Every element of a name in a node, itself included. */
export const all = (name: string, node: Node): Element[] =>
  DomUtils.getElementsByTagName(name, node, true)

/** Whether a node lays out others: a text ends before it. */
export function isBlock(node: Node): boolean {
  return isElement(node) && (BLOCKS.has(node.name) || node.children.some(isBlock))
}

/** Whether a node is for the eye at all: no comment, no style sheet. */
export function isSeen(node: Node): boolean {
  return isElement(node) ? !UNSEEN.has(node.name) : isText(node)
}

/** Whether something can be seen of a node: words or a picture. */
export function hasContent(node: Node): boolean {
  return isSeen(node) && (wordsOf(node) !== "" || all("img", node).length > 0)
}

const OPENS = /\{%-?\s*(?:if|unless|for|case|capture|raw|comment|tablerow)\b/g
const CLOSES = /\{%-?\s*end\w+/g

/** How many of Liquid's tags begin in a text and do not end in it; negative for the other way round. */
export function openTags(source: string): number {
  return (source.match(OPENS)?.length ?? 0) - (source.match(CLOSES)?.length ?? 0)
}
