import { Input } from "@medusajs/ui"
import { useEffect, useState } from "react"
import { toMajor, toMinor } from "../../lib/format"

type NumberFieldProps = {
  kind: "number" | "money" | "share" | "days"
  label: string
  /** Minor units for money, 0 to 1 for a share. */
  value: number | null
  onChange: (value: number | null) => void
  currency?: string
  suffix?: string
  invalid?: boolean
}

/** A number as a person writes it: money in major units, a share in percent. */
export function NumberField({
  kind,
  label,
  value,
  onChange,
  currency = "eur",
  suffix,
  invalid,
}: NumberFieldProps) {
  const [text, setText] = useState(() => show(kind, value, currency))

  // Follows undo and other changes from outside, but never rewrites what is just being typed.
  useEffect(() => {
    if (read(kind, text, currency) !== value) setText(show(kind, value, currency))
  }, [value, currency])

  const type = (next: string) => {
    setText(next)
    onChange(read(kind, next, currency))
  }

  return (
    <span className="flex items-center gap-x-1.5">
      <Input
        size="small"
        inputMode="decimal"
        className="w-[88px] tabular-nums"
        aria-label={label}
        aria-invalid={invalid}
        value={text}
        onChange={(event) => type(event.target.value)}
      />
      {suffix && <span className="txt-compact-small text-ui-fg-subtle">{suffix}</span>}
    </span>
  )
}

function show(kind: NumberFieldProps["kind"], value: number | null, currency: string): string {
  if (value === null) return ""
  if (kind === "money") return String(toMajor(value, currency))
  if (kind === "share") return String(Math.round(value * 10_000) / 100)
  return String(value)
}

function read(kind: NumberFieldProps["kind"], text: string, currency: string): number | null {
  const number = Number(text.trim().replace(",", "."))
  if (!text.trim() || !Number.isFinite(number)) return null
  if (kind === "money") return toMinor(number, currency)
  if (kind === "share") return number / 100
  return kind === "days" ? Math.round(number) : number
}
