import { TrianglesMini } from "@medusajs/icons"
import { Button, DropdownMenu, Select } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useEventNames } from "../../hooks/api/events"
import { useSources } from "../../hooks/api/sources"

export const PERIODS = { "1": 1, "24": 24, "168": 168, "720": 720 }
const ANY = "any"

export type EventFilter = { names?: string[]; source?: string; hours?: string }

type FilterProps = { value: EventFilter; onChange: (change: EventFilter) => void }

/** Which events: by name, where they came in, and how long ago. */
export function EventFilters({ value, onChange }: FilterProps) {
  const { t } = useTranslation("engage")
  const { data: names } = useEventNames()
  const { data: sources } = useSources()
  return (
    <>
      <NamesMenu
        known={(names ?? []).map(({ name }) => name)}
        chosen={value.names ?? []}
        onChange={(chosen) => onChange({ names: chosen })}
      />
      <Choice
        label={t("events.filter.source")}
        any={t("events.filter.anySource")}
        value={value.source}
        options={[
          ...["tracker", "server", "shop", "import"].map((key) => ({
            value: key,
            label: t(`events.source.${key}`),
          })),
          ...(sources ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(source) => onChange({ source })}
      />
      <Choice
        label={t("events.filter.period")}
        any={t("events.filter.anyPeriod")}
        value={value.hours}
        options={Object.keys(PERIODS).map((hours) => ({
          value: hours,
          label: t(`events.filter.hours.${hours}`),
        }))}
        onChange={(hours) => onChange({ hours })}
      />
    </>
  )
}

type NamesMenuProps = {
  known: string[]
  chosen: string[]
  onChange: (chosen: string[]) => void
}

/** Any number of event names; none means all. */
function NamesMenu({ known, chosen, onChange }: NamesMenuProps) {
  const { t } = useTranslation("engage")
  const says = chosen.length ? chosen.join(", ") : t("events.filter.anyName")
  return (
    <div className="w-full md:w-[180px]">
      <DropdownMenu>
        <DropdownMenu.Trigger asChild>
          <Button
            size="small"
            variant="secondary"
            className="txt-compact-small w-full justify-between font-normal"
            aria-label={`${t("events.filter.name")}: ${says}`}
          >
            <span className="truncate">{says}</span>
            <TrianglesMini className="text-ui-fg-muted" />
          </Button>
        </DropdownMenu.Trigger>
        <DropdownMenu.Content align="start" className="max-h-[360px] max-w-[320px] overflow-y-auto">
          {[...new Set([...known, ...chosen])].map((name) => (
            <DropdownMenu.CheckboxItem
              key={name}
              checked={chosen.includes(name)}
              onSelect={(event) => event.preventDefault()}
              onCheckedChange={(on) =>
                onChange(on ? [...chosen, name] : chosen.filter((one) => one !== name))
              }
            >
              <span className="truncate">{name}</span>
            </DropdownMenu.CheckboxItem>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu>
    </div>
  )
}

type ChoiceProps = {
  label: string
  any: string
  value: string | undefined
  options: { value: string; label: string }[]
  onChange: (value: string | undefined) => void
}

function Choice({ label, any, value, options, onChange }: ChoiceProps) {
  return (
    <div className="w-full md:w-[180px]">
      <Select
        size="small"
        value={value ?? ANY}
        onValueChange={(chosen) => onChange(chosen === ANY ? undefined : chosen)}
      >
        <Select.Trigger aria-label={label}>
          <span className="truncate">
            <Select.Value />
          </span>
        </Select.Trigger>
        <Select.Content>
          <Select.Item value={ANY}>{any}</Select.Item>
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

/** The start of the chosen period, rounded to the minute so that the question stays the same for a while. */
export function periodStart(hours: string | undefined, now: number): string | undefined {
  if (!hours) return undefined
  const minute = 60_000
  return new Date(Math.floor(now / minute) * minute - Number(hours) * 3_600_000).toISOString()
}
