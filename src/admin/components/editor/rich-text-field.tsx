import { type Editor, EditorContent, useEditor } from "@tiptap/react"
import StarterKit from "@tiptap/starter-kit"
import { useEffect, useRef } from "react"
import type { RichText } from "../../../types/document"
import { RichToolbar } from "./rich-toolbar"
import { VariableNode } from "./variable-node"

type RichTextFieldProps = {
  label: string
  value: RichText
  onChange: (value: RichText) => void
  /** Without lists, for headings. */
  plain?: boolean
}

const options = (plain: boolean) =>
  StarterKit.configure({
    heading: false,
    codeBlock: false,
    code: false,
    blockquote: false,
    horizontalRule: false,
    // The editor around it has one history for everything.
    undoRedo: false,
    link: { openOnClick: false, HTMLAttributes: { target: null, rel: null } },
    ...(plain && { bulletList: false, orderedList: false, listItem: false, listKeymap: false }),
  })

/** A text that is written where it stands, with a bar of tools above. */
export function RichTextField({ label, value, onChange, plain = false }: RichTextFieldProps) {
  const written = useRef(JSON.stringify(value))
  const editor = useEditor({
    extensions: [options(plain), VariableNode],
    content: value,
    autofocus: "end",
    editorProps: {
      attributes: { "aria-label": label, role: "textbox", class: "engage-rich outline-none" },
    },
    onUpdate: ({ editor: current }: { editor: Editor }) => {
      const next = current.getJSON() as RichText
      written.current = JSON.stringify(next)
      onChange(next)
    },
  })

  // Undo and redo come from outside.
  useEffect(() => {
    const text = JSON.stringify(value)
    if (!editor || text === written.current) return
    written.current = text
    editor.commands.setContent(value, { emitUpdate: false })
  }, [editor, value])

  if (!editor) return null
  return (
    <div className="relative">
      <RichToolbar editor={editor} plain={plain} />
      <style>{STYLE}</style>
      <EditorContent editor={editor} />
    </div>
  )
}

const STYLE = `
.engage-rich p{margin:0 0 12px}
.engage-rich ul{margin:0 0 12px;padding-left:24px;list-style:disc}
.engage-rich ol{margin:0 0 12px;padding-left:24px;list-style:decimal}
.engage-rich li p{margin:0}
.engage-rich a{text-decoration:underline}
`
