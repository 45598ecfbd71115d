import { Label, Text } from "@medusajs/ui"
import type { ReactNode } from "react"

type FieldProps = {
  label: string
  /** Of the control; one that has none tells its name itself. */
  id?: string
  hint?: string
  children: ReactNode
}

/** A control with its label and what it means. */
export function Field({ label, id, hint, children }: FieldProps) {
  return (
    <div className="flex flex-col gap-y-1">
      <Label size="small" weight="plus" htmlFor={id}>
        {label}
      </Label>
      {children}
      {hint && (
        <Text size="small" className="text-ui-fg-subtle">
          {hint}
        </Text>
      )}
    </div>
  )
}
