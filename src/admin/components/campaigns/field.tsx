import { Label } from "@medusajs/ui"
import type { ReactNode } from "react"

type FieldProps = { label: ReactNode; htmlFor?: string; children: ReactNode }

/** A labelled field of a drawer. */
export function Field({ label, htmlFor, children }: FieldProps) {
  return (
    <div className="flex flex-col gap-y-2">
      <Label size="small" weight="plus" htmlFor={htmlFor}>
        {label}
      </Label>
      {children}
    </div>
  )
}
