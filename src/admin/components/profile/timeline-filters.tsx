import { DatePicker, Label } from "@medusajs/ui"
import { endOfDay, startOfDay } from "date-fns"
import { useTranslation } from "react-i18next"
import { TIMELINE_KINDS, type TimelineKind } from "../../../types/timeline"
import type { TimelineFilter } from "../../hooks/api/profiles"
import { Chip } from "../common/chip"
import { Search } from "../list/list-toolbar"

type TimelineFiltersProps = { filter: TimelineFilter; onChange: (filter: TimelineFilter) => void }

/** Narrows the timeline: kinds, a text, and a period. */
export function TimelineFilters({ filter, onChange }: TimelineFiltersProps) {
  const { t } = useTranslation("engage")
  const { kinds } = filter
  const toggle = (kind: TimelineKind) =>
    onChange({
      ...filter,
      kinds: kinds.includes(kind) ? kinds.filter((other) => other !== kind) : [...kinds, kind],
    })

  return (
    <div className="flex flex-col gap-y-3 px-6 py-3">
      <div className="flex flex-wrap gap-2" role="group" aria-label={t("profiles.timeline.filter")}>
        <Chip
          active={!kinds.length}
          onClick={() => onChange({ ...filter, kinds: [] })}
          label={t("profiles.timeline.all")}
        />
        {TIMELINE_KINDS.map((kind) => (
          <Chip
            key={kind}
            active={kinds.includes(kind)}
            onClick={() => toggle(kind)}
            label={t(`profiles.timeline.kind.${kind}`)}
          />
        ))}
      </div>
      <div className="flex flex-wrap items-end gap-2">
        <Search
          value={filter.q ?? ""}
          onChange={(q) => onChange({ ...filter, q: q || undefined })}
          placeholder={t("profiles.timeline.search")}
        />
        <Day
          label={t("profiles.timeline.from")}
          value={filter.from}
          onChange={(day) => onChange({ ...filter, from: day && startOfDay(day).toISOString() })}
        />
        <Day
          label={t("profiles.timeline.until")}
          value={filter.to}
          onChange={(day) => onChange({ ...filter, to: day && endOfDay(day).toISOString() })}
        />
      </div>
    </div>
  )
}

type DayProps = {
  label: string
  value: string | undefined
  onChange: (day: Date | undefined) => void
}

function Day({ label, value, onChange }: DayProps) {
  return (
    <div className="flex items-center gap-x-2">
      <Label size="xsmall" className="text-ui-fg-subtle">
        {label}
      </Label>
      <div className="w-[150px]">
        <DatePicker
          size="small"
          aria-label={label}
          value={value ? new Date(value) : null}
          onChange={(day) => onChange(day ?? undefined)}
        />
      </div>
    </div>
  )
}
