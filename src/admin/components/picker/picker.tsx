import { Popover } from "@medusajs/ui"
import { type ReactNode, useState } from "react"
import { PickerList, type PickerOption } from "./picker-list"

type PickerProps = {
  label: string
  trigger: ReactNode
  options: PickerOption[]
  selected?: string[]
  onPick: (value: string) => void
  onSearch?: (text: string) => void
  /** Told when the list opens, so that options are only loaded then. */
  onOpenChange?: (open: boolean) => void
  loading?: boolean
  addable?: boolean
  /** Stays open after a pick, for choosing several. */
  several?: boolean
}

/** A button that opens a searchable list. `trigger` is a button. */
export function Picker({ trigger, several, onOpenChange, onPick, ...list }: PickerProps) {
  const [open, setOpen] = useState(false)

  const change = (next: boolean) => {
    setOpen(next)
    onOpenChange?.(next)
  }

  return (
    <Popover open={open} onOpenChange={change} modal>
      <Popover.Trigger asChild>{trigger}</Popover.Trigger>
      <Popover.Content align="start" aria-label={list.label} className="p-0" collisionPadding={8}>
        <PickerList
          {...list}
          onPick={(value) => {
            onPick(value)
            if (!several) change(false)
          }}
        />
      </Popover.Content>
    </Popover>
  )
}
