import { InformationCircle } from "@medusajs/icons"
import { Text, Tooltip, clx } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useFormat } from "../../hooks/use-format"

type TimeProps = {
  at: string | null | undefined
  style?: "dateTime" | "date" | "time" | "relative"
}

/** A moment in the reader's own time zone; pointing at it tells the exact time and the zone. */
export function Time({ at, style = "dateTime" }: TimeProps) {
  const format = useFormat()
  if (!at) return <span>–</span>
  return (
    <Tooltip content={format.exact(at)}>
      <time dateTime={at} className="cursor-default">
        {format[style](at)}
      </time>
    </Tooltip>
  )
}

/** A label whose meaning is told when it is pointed at or focused. */
export function Explained({ label, children }: { label: ReactNode; children: ReactNode }) {
  if (!children) return <>{label}</>
  return (
    <span className="inline-flex items-center gap-x-1">
      {label}
      <Tooltip content={children}>
        <button
          type="button"
          className="text-ui-fg-subtle hover:text-ui-fg-base focus-visible:shadow-borders-focus rounded-full outline-none"
        >
          <InformationCircle className="size-3.5" aria-hidden />
          <span className="sr-only">{typeof children === "string" ? children : undefined}</span>
        </button>
      </Tooltip>
    </span>
  )
}

type StatProps = {
  label: string
  value: ReactNode
  note?: ReactNode
  formula?: string
  className?: string
}

/** One number of a headline row: what it is, its value, and how it is computed on demand. */
export function Stat({ label, value, note, formula, className }: StatProps) {
  return (
    <div className={clx("flex min-w-0 flex-col gap-y-1", className)}>
      <Text size="small" leading="compact" className="text-ui-fg-subtle">
        <Explained label={label}>{formula}</Explained>
      </Text>
      <span className="h2-core text-ui-fg-base truncate tabular-nums">{value}</span>
      {note && (
        <Text as="div" size="xsmall" className="text-ui-fg-subtle">
          {note}
        </Text>
      )}
    </div>
  )
}

/** A labelled value in a side column, on one line. */
export function Fact({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <div className="text-ui-fg-subtle grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)] items-start gap-x-4 px-6 py-3">
      <Text as="div" size="small" leading="compact" weight="plus">
        {label}
      </Text>
      <Text as="div" size="small" leading="compact" className="min-w-0 break-words">
        {children}
      </Text>
    </div>
  )
}
