import { type ReactNode, useState } from "react"
import { useTags } from "../../hooks/api/tags"
import { useDebounced } from "../../hooks/use-debounced"
import { useFormat } from "../../hooks/use-format"
import { Picker } from "../picker/picker"

type TagPickerProps = {
  label: string
  /** A button. */
  trigger: ReactNode
  selected: string[]
  onPick: (tag: string) => void
  /** Lets a name that nobody has had yet be typed. */
  addable?: boolean
  several?: boolean
}

/** A button that opens the shop's tags, with how many people have each. */
export function TagPicker(props: TagPickerProps) {
  const format = useFormat()
  const [open, setOpen] = useState(false)
  const [text, setText] = useState("")
  const { data, isFetching } = useTags(useDebounced(text), open)

  return (
    <Picker
      {...props}
      options={(data ?? []).map(({ name, profiles }) => ({
        value: name,
        label: name,
        hint: format.number(profiles),
      }))}
      onSearch={setText}
      onOpenChange={(next) => {
        setOpen(next)
        setText("")
      }}
      loading={isFetching}
    />
  )
}
