import { Fragment, type ReactNode } from "react"
import type {
  RichInline,
  RichList,
  RichMark,
  RichParagraph,
  RichText,
} from "../../../../types/document"
import { variableLiquid } from "./liquid"
import type { Slots } from "./slots"

type Styles = { paragraph: object; link: object }

/** Formatted text as paragraphs and lists; the styles are given to each, as mail programs know no style sheet. */
export function richText(text: RichText, slots: Slots, styles: Styles): ReactNode {
  return text.content.map((node, at) => richNode(node, at, slots, styles))
}

/** The first paragraph's content alone, for headings. */
export function richLine(text: RichText, slots: Slots, styles: Styles): ReactNode {
  const paragraphs = text.content.filter((node): node is RichParagraph => node.type === "paragraph")
  return paragraphs.map((paragraph, at) => (
    <Fragment key={at}>
      {at > 0 && <br />}
      {inlines(paragraph, slots, styles)}
    </Fragment>
  ))
}

function richNode(node: RichParagraph | RichList, key: number, slots: Slots, styles: Styles) {
  if (node.type === "paragraph") {
    return (
      <p key={key} className="text" style={styles.paragraph}>
        {node.content?.length ? inlines(node, slots, styles) : slots.put("&nbsp;")}
      </p>
    )
  }
  const List = node.type === "bulletList" ? "ul" : "ol"
  return (
    <List key={key} className="text" style={{ ...styles.paragraph, paddingLeft: 24 }}>
      {node.content.map((item, at) => (
        <li key={at}>
          {item.content.map((child, no) =>
            child.type === "paragraph" ? (
              <Fragment key={no}>{inlines(child, slots, styles)}</Fragment>
            ) : (
              richNode(child, no, slots, styles)
            )
          )}
        </li>
      ))}
    </List>
  )
}

function inlines(paragraph: RichParagraph, slots: Slots, styles: Styles): ReactNode {
  return paragraph.content?.map((part, at) => (
    <Fragment key={at}>{inline(part, slots, styles)}</Fragment>
  ))
}

function inline(part: RichInline, slots: Slots, styles: Styles): ReactNode {
  if (part.type === "hardBreak") return <br />
  const content: ReactNode =
    part.type === "text" ? slots.text(part.text) : slots.put(variableLiquid(part.attrs))
  return (part.marks ?? []).reduce<ReactNode>(
    (inside, mark) => marked(mark, inside, slots, styles),
    content
  )
}

function marked(mark: RichMark, inside: ReactNode, slots: Slots, styles: Styles): ReactNode {
  switch (mark.type) {
    case "bold":
      return <strong>{inside}</strong>
    case "italic":
      return <em>{inside}</em>
    case "underline":
      return <u>{inside}</u>
    case "strike":
      return <s>{inside}</s>
    case "link":
      return (
        <a href={slots.text(mark.attrs.href)} className="link" style={styles.link}>
          {inside}
        </a>
      )
  }
}
