import { Hint, Input, Label } from "@medusajs/ui"
import { useRef } from "react"
import { VariablePicker } from "./variable-picker"

type VariableInputProps = {
  id: string
  label: string
  value: string
  onChange: (value: string) => void
  placeholder?: string
  hint?: string
  problem?: string
  profileId?: string
}

/** A one-line field into which variables can be inserted where the cursor is. */
export function VariableInput(props: VariableInputProps) {
  const { id, label, value, onChange, placeholder, hint, problem, profileId } = props
  const input = useRef<HTMLInputElement>(null)

  const insert = (text: string) => {
    const start = input.current?.selectionStart ?? value.length
    const end = input.current?.selectionEnd ?? value.length
    onChange(value.slice(0, start) + text + value.slice(end))
  }

  return (
    <div className="flex flex-col gap-y-1">
      <Label size="small" weight="plus" htmlFor={id}>
        {label}
      </Label>
      <div className="flex items-center gap-x-2">
        <div className="min-w-0 flex-1">
          <Input
            ref={input}
            id={id}
            size="small"
            value={value}
            placeholder={placeholder}
            aria-invalid={Boolean(problem)}
            onChange={(event) => onChange(event.target.value)}
          />
        </div>
        <VariablePicker profileId={profileId} onInsert={insert} />
      </div>
      {problem ? (
        <Hint variant="error">{problem}</Hint>
      ) : (
        hint && <Hint className="text-ui-fg-subtle">{hint}</Hint>
      )}
    </div>
  )
}
