import { clx } from "@medusajs/ui"
import { type UIEvent, forwardRef, useImperativeHandle, useRef } from "react"

type CodeAreaProps = {
  label: string
  value: string
  onChange: (value: string) => void
  /** Lines with a mistake, from 1. */
  marked?: number[]
  className?: string
}

export type CodeAreaHandle = {
  /** Puts the cursor at a line and column, both from 1, and shows that line. */
  goTo: (line: number, column: number) => void
  /** Puts text in place of the selection. */
  insert: (text: string) => void
}

const LINE_HEIGHT = 20

/** A field for code: fixed-width letters, numbered lines, long lines kept whole. */
export const CodeArea = forwardRef<CodeAreaHandle, CodeAreaProps>(
  ({ label, value, onChange, marked = [], className }, ref) => {
    const area = useRef<HTMLTextAreaElement>(null)
    const gutter = useRef<HTMLDivElement>(null)
    const lines = value.split("\n").length

    useImperativeHandle(ref, () => ({
      goTo: (line, column) => {
        const field = area.current
        if (!field) return
        const before = field.value.split("\n").slice(0, line - 1)
        const at = before.reduce((sum, text) => sum + text.length + 1, 0) + column - 1
        field.focus()
        field.setSelectionRange(at, at)
        field.scrollTop = Math.max(0, (line - 4) * LINE_HEIGHT)
      },
      insert: (text) => {
        const field = area.current
        if (!field) return
        const { selectionStart: start, selectionEnd: end } = field
        onChange(field.value.slice(0, start) + text + field.value.slice(end))
        requestAnimationFrame(() => {
          field.focus()
          field.setSelectionRange(start + text.length, start + text.length)
        })
      },
    }))

    const onScroll = (event: UIEvent<HTMLTextAreaElement>) => {
      if (gutter.current) gutter.current.scrollTop = event.currentTarget.scrollTop
    }

    return (
      <div
        className={clx(
          "bg-ui-bg-field shadow-buttons-neutral focus-within:shadow-borders-interactive-with-active flex overflow-hidden rounded-lg font-mono text-[12px]",
          className
        )}
      >
        <div
          ref={gutter}
          aria-hidden
          className="text-ui-fg-subtle bg-ui-bg-subtle w-11 shrink-0 select-none overflow-hidden border-r py-2 pr-2 text-right"
          style={{ lineHeight: `${LINE_HEIGHT}px` }}
        >
          {Array.from({ length: lines }, (_, index) => (
            <div
              key={index}
              className={clx(marked.includes(index + 1) && "bg-ui-tag-red-bg text-ui-tag-red-text")}
            >
              {index + 1}
            </div>
          ))}
          <div className="h-8" />
        </div>
        <textarea
          ref={area}
          aria-label={label}
          wrap="off"
          spellCheck={false}
          autoCapitalize="off"
          value={value}
          onChange={(event) => onChange(event.target.value)}
          onScroll={onScroll}
          className="text-ui-fg-base caret-ui-fg-base h-full w-full resize-none whitespace-pre bg-transparent px-3 py-2 outline-none"
          style={{ lineHeight: `${LINE_HEIGHT}px` }}
        />
      </div>
    )
  }
)
CodeArea.displayName = "CodeArea"
