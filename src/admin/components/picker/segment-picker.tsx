import { type ReactNode, useState } from "react"
import { useTranslation } from "react-i18next"
import type { ListedSegment } from "../../../types/segment"
import { useSegments } from "../../hooks/api/segments"
import { useDebounced } from "../../hooks/use-debounced"
import { useFormat } from "../../hooks/use-format"
import { Picker } from "./picker"

type SegmentPickerProps = {
  label: string
  trigger: ReactNode
  selected: string[]
  onPick: (segment: ListedSegment) => void
  several?: boolean
}

/** Finds a segment by name, with its size. */
export function SegmentPicker({ label, trigger, selected, onPick, several }: SegmentPickerProps) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const [text, setText] = useState("")
  const { data, isFetching } = useSegments({ q: useDebounced(text), limit: 50 })
  const segments = data?.segments ?? []

  return (
    <Picker
      label={label}
      trigger={trigger}
      several={several}
      selected={selected.length ? selected : undefined}
      options={segments.map((segment) => ({
        value: segment.id,
        label: segment.name,
        detail: segment.sentence,
        hint:
          segment.profiles === null
            ? undefined
            : t("broadcasts.peopleCount", {
                count: segment.profiles,
                number: format.number(segment.profiles),
              }),
      }))}
      onSearch={setText}
      onOpenChange={(open) => !open && setText("")}
      loading={isFetching}
      onPick={(id) => {
        const segment = segments.find((candidate) => candidate.id === id)
        if (segment) onPick(segment)
      }}
    />
  )
}
