import { Hint, Label, Textarea } from "@medusajs/ui"
import { useRef } from "react"
import { VariablePicker } from "../templates/variable-picker"

type TextAreaProps = {
  id: string
  label: string
  value: string
  rows: number
  hint?: string
  problems: string[]
  profileId?: string
  onChange: (value: string) => void
}

/** A text of several lines into which variables can be inserted where the cursor is. */
export function TextArea(props: TextAreaProps) {
  const { id, label, value, rows, hint, problems, profileId, onChange } = props
  const field = useRef<HTMLTextAreaElement>(null)

  const insert = (text: string) => {
    const start = field.current?.selectionStart ?? value.length
    const end = field.current?.selectionEnd ?? value.length
    onChange(value.slice(0, start) + text + value.slice(end))
  }

  return (
    <div className="flex flex-col gap-y-1">
      <div className="flex items-end justify-between">
        <Label size="small" weight="plus" htmlFor={id}>
          {label}
        </Label>
        <VariablePicker profileId={profileId} onInsert={insert} />
      </div>
      <Textarea
        ref={field}
        id={id}
        rows={rows}
        value={value}
        aria-invalid={problems.length > 0}
        onChange={(event) => onChange(event.target.value)}
      />
      {problems.map((problem) => (
        <Hint key={problem} variant="error">
          {problem}
        </Hint>
      ))}
      {hint && <Hint className="text-ui-fg-subtle">{hint}</Hint>}
    </div>
  )
}
