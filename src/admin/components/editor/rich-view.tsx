import { Fragment, type ReactNode } from "react"
import type { RichInline, RichList, RichParagraph, RichText } from "../../../types/document"
import { useVariableLabel } from "./use-variable-label"

/** Formatted text as it looks in the message, with its variables as chips. */
export function RichView({ text }: { text: RichText }) {
  const label = useVariableLabel()
  return <>{text.content.map((node, at) => richNode(node, at, label))}</>
}

type Label = (path: string) => string

function richNode(node: RichParagraph | RichList, key: number, label: Label): ReactNode {
  if (node.type === "paragraph") {
    return (
      <p key={key} style={{ margin: "0 0 12px" }}>
        {node.content?.length ? inlines(node, label) : <br />}
      </p>
    )
  }
  const List = node.type === "bulletList" ? "ul" : "ol"
  return (
    <List
      key={key}
      style={{
        margin: "0 0 12px",
        paddingLeft: 24,
        listStyle: node.type === "bulletList" ? "disc" : "decimal",
      }}
    >
      {node.content.map((item, at) => (
        <li key={at}>
          {item.content.map((child, no) =>
            child.type === "paragraph" ? (
              <Fragment key={no}>{inlines(child, label)}</Fragment>
            ) : (
              richNode(child, no, label)
            )
          )}
        </li>
      ))}
    </List>
  )
}

const inlines = (paragraph: RichParagraph, label: Label) =>
  paragraph.content?.map((part, at) => <Fragment key={at}>{inline(part, label)}</Fragment>)

function inline(part: RichInline, label: Label): ReactNode {
  if (part.type === "hardBreak") return <br />
  const content: ReactNode =
    part.type === "text" ? part.text : <VariableMark>{label(part.attrs.path)}</VariableMark>
  return (part.marks ?? []).reduce<ReactNode>((inside, mark) => {
    if (mark.type === "bold") return <strong>{inside}</strong>
    if (mark.type === "italic") return <em>{inside}</em>
    if (mark.type === "strike") return <s>{inside}</s>
    return <u>{inside}</u>
  }, content)
}

/** How a variable looks inside of a text. */
export function VariableMark({ children }: { children: ReactNode }) {
  return (
    <span
      style={{
        background: "#dbeafe",
        color: "#1e40af",
        borderRadius: 4,
        padding: "1px 5px",
        fontSize: "0.9em",
        whiteSpace: "nowrap",
      }}
    >
      {children}
    </span>
  )
}
