import { type ReactNode, useState } from "react"
import { useTranslation } from "react-i18next"
import type { Target } from "../../../types/broadcast"
import { useAudiences } from "../../hooks/api/audiences"
import { useSegments } from "../../hooks/api/segments"
import { useDebounced } from "../../hooks/use-debounced"
import { useFormat } from "../../hooks/use-format"
import { Picker } from "./picker"
import type { PickerOption } from "./picker-list"

type TargetPickerProps = {
  label: string
  trigger: ReactNode
  selected: string[]
  onPick: (target: Target) => void
  several?: boolean
}

/** Finds a segment or a frozen audience by name, with its size. */
export function TargetPicker({ label, trigger, selected, onPick, several }: TargetPickerProps) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const [text, setText] = useState("")
  const query = { q: useDebounced(text), limit: 50 }
  const segments = useSegments(query)
  const audiences = useAudiences(query)
  const size = (count: number | null) =>
    count === null
      ? undefined
      : t("broadcasts.peopleCount", { count, number: format.number(count) })

  const targets: (Target & { option: PickerOption })[] = [
    ...(segments.data?.segments ?? []).map(({ id, name, sentence, profiles }) => ({
      kind: "segment" as const,
      id,
      name,
      option: {
        value: id,
        label: name,
        detail: sentence,
        hint: size(profiles),
        group: t("menu.segments"),
      },
    })),
    ...(audiences.data?.audiences ?? []).map(({ id, name, taken_at, profiles }) => ({
      kind: "audience" as const,
      id,
      name,
      option: {
        value: id,
        label: name,
        detail: t("audiences.frozen", { date: format.date(taken_at) }),
        hint: size(profiles),
        group: t("menu.audiences"),
      },
    })),
  ]

  return (
    <Picker
      label={label}
      trigger={trigger}
      several={several}
      selected={selected.length ? selected : undefined}
      options={targets.map(({ option }) => option)}
      onSearch={setText}
      onOpenChange={(open) => !open && setText("")}
      loading={segments.isFetching || audiences.isFetching}
      onPick={(picked) => {
        const found = targets.find(({ id }) => id === picked)
        if (found) onPick({ kind: found.kind, id: found.id, name: found.name })
      }}
    />
  )
}
