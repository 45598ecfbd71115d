import { Input, Select } from "@medusajs/ui"
import { type ReactNode, useEffect, useRef, useState } from "react"
import { useTranslation } from "react-i18next"
import type { ListParams } from "../../hooks/use-list-params"
import { useDebounced } from "../../hooks/use-debounced"

type SearchProps = { value: string; onChange: (value: string) => void; placeholder: string }

/** A search field that reports its text once typing rests. */
export function Search({ value, onChange, placeholder }: SearchProps) {
  const [text, setText] = useState(value)
  const settled = useDebounced(text)

  // What was reported last comes back as the value, perhaps when more has been typed: only another value is news.
  const reported = useRef(value)
  useEffect(() => {
    if (value === reported.current) return
    reported.current = value
    setText(value)
  }, [value])
  useEffect(() => {
    if (settled !== text || settled === reported.current) return
    reported.current = settled
    onChange(settled)
  }, [settled])

  return (
    <div className="w-full md:w-[280px]">
      <Input
        type="search"
        size="small"
        autoComplete="off"
        aria-label={placeholder}
        placeholder={placeholder}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </div>
  )
}

type SortOption = { value: string; label: string }

/** Order of a list, for what has no column or no mouse. */
export function SortSelect({ params, options }: { params: ListParams; options: SortOption[] }) {
  const { t } = useTranslation("engage")
  return (
    <div className="w-full md:w-[220px]">
      <Select size="small" value={params.order} onValueChange={(order) => params.change({ order })}>
        <Select.Trigger aria-label={t("list.order")}>
          <Select.Value placeholder={t("list.order")} />
        </Select.Trigger>
        <Select.Content>
          {options.map((option) => (
            <Select.Item key={option.value} value={option.value}>
              {option.label}
            </Select.Item>
          ))}
        </Select.Content>
      </Select>
    </div>
  )
}

/** The row of search and filters above a table. */
export function Toolbar({ children }: { children: ReactNode }) {
  return <div className="flex flex-col gap-2 px-6 py-4 md:flex-row md:items-center">{children}</div>
}
