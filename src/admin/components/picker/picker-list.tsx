import { CheckMini } from "@medusajs/icons"
import { Input, Text, clx } from "@medusajs/ui"
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react"
import { useTranslation } from "react-i18next"

export type PickerOption = {
  value: string
  label: string
  group?: string
  /** Small text at the right, such as a count. */
  hint?: ReactNode
  /** Small text below the label. */
  detail?: ReactNode
}

type PickerListProps = {
  label: string
  options: PickerOption[]
  selected?: string[]
  onPick: (value: string) => void
  /** Given when the options come from the server; otherwise the list filters itself. */
  onSearch?: (text: string) => void
  loading?: boolean
  /** Lets a text that is not in the list be added as it is. */
  addable?: boolean
}

/** A search field over a grouped list. Arrow keys move, Enter picks, and the field keeps the focus all the time. */
export function PickerList(props: PickerListProps) {
  const { label, options, selected = [], onPick, onSearch, loading, addable } = props
  const { t } = useTranslation("engage")
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const [text, setText] = useState("")
  const [active, setActive] = useState(0)

  const found = onSearch ? options : options.filter((option) => matches(option, text))
  const typed = text.trim()
  const extra: PickerOption[] =
    addable && typed && !found.some((option) => option.value === typed)
      ? [{ value: typed, label: t("picker.add", { value: typed }) }]
      : []
  const shown = [...found, ...extra]
  const current = Math.min(active, shown.length - 1)

  useEffect(() => {
    list.current?.querySelector("[data-active=true]")?.scrollIntoView({ block: "nearest" })
  }, [current])

  const search = (value: string) => {
    setText(value)
    setActive(0)
    onSearch?.(value)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (move && shown.length) {
      event.preventDefault()
      setActive((current + move + shown.length) % shown.length)
    } else if (event.key === "Enter") {
      event.preventDefault()
      if (shown[current]) onPick(shown[current].value)
    }
  }

  return (
    <div className="flex max-h-[360px] w-[340px] max-w-[90vw] flex-col">
      <div className="border-b p-2">
        <Input
          type="search"
          size="small"
          autoFocus
          role="combobox"
          aria-expanded
          aria-controls={id}
          aria-activedescendant={shown[current] ? `${id}-${current}` : undefined}
          aria-label={label}
          placeholder={t("picker.search")}
          value={text}
          onChange={(event) => search(event.target.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      <div ref={list} id={id} role="listbox" aria-label={label} className="overflow-y-auto p-1">
        {shown.map((option, index) => (
          <div key={`${option.value}-${index}`} role="presentation">
            {option.group && option.group !== shown[index - 1]?.group && (
              <Text
                size="xsmall"
                leading="compact"
                weight="plus"
                className={clx("text-ui-fg-subtle px-2 pb-1", index ? "pt-3" : "pt-1")}
              >
                {option.group}
              </Text>
            )}
            <div
              id={`${id}-${index}`}
              role="option"
              aria-selected={selected.includes(option.value)}
              data-active={index === current}
              onMouseMove={() => setActive(index)}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onPick(option.value)}
              className={clx(
                "txt-compact-small text-ui-fg-base flex cursor-pointer items-center gap-x-2 rounded-md px-2 py-1.5",
                index === current && "bg-ui-bg-component-hover"
              )}
            >
              {selected.length > 0 && (
                <CheckMini
                  className={clx(!selected.includes(option.value) && "invisible")}
                  aria-hidden
                />
              )}
              <span className="flex min-w-0 flex-1 flex-col">
                <span className="line-clamp-2">{option.label}</span>
                {option.detail && (
                  <span className="txt-compact-xsmall text-ui-fg-subtle truncate">
                    {option.detail}
                  </span>
                )}
              </span>
              {option.hint && (
                <span className="txt-compact-xsmall text-ui-fg-subtle shrink-0 tabular-nums">
                  {option.hint}
                </span>
              )}
            </div>
          </div>
        ))}
        {!shown.length && (
          <Text size="small" className="text-ui-fg-subtle px-2 py-3">
            {t(loading ? "picker.loading" : "picker.none")}
          </Text>
        )}
      </div>
    </div>
  )
}

/** Every typed word must occur in the label or in the name of the group. */
function matches(option: PickerOption, text: string): boolean {
  const hay = `${option.label} ${option.group ?? ""} ${option.value}`.toLowerCase()
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => hay.includes(word))
}
