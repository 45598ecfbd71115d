import { Checkbox, Label, Text } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import { useWebhookEventTypes } from "../../hooks/api/webhooks"
import { ErrorState, RowsSkeleton } from "../common/states"
import { groupOf, useEventName } from "./event-name"

type EventPickerProps = { value: string[]; onChange: (types: string[]) => void }

/** Chooses what a webhook is told, by what it is about. */
export function EventPicker({ value, onChange }: EventPickerProps) {
  const { data: types, error, refetch } = useWebhookEventTypes()
  if (error && !types) return <ErrorState error={error} onRetry={refetch} />
  if (!types) return <RowsSkeleton rows={6} />
  const groups = [...new Set(types.map(({ type }) => groupOf(type)))]
  return (
    <div className="flex flex-col gap-y-4">
      {groups.map((group) => (
        <Group
          key={group}
          group={group}
          types={types.filter(({ type }) => groupOf(type) === group)}
          value={value}
          onChange={onChange}
        />
      ))}
    </div>
  )
}

type GroupProps = EventPickerProps & { group: string; types: { type: string; when: string }[] }

function Group({ group, types, value, onChange }: GroupProps) {
  const { t } = useTranslation("engage")
  const name = useEventName()
  const id = useId()
  const title = t(`webhooks.group.${group}`)
  const own = types.map(({ type }) => type)
  const chosen = own.filter((type) => value.includes(type)).length
  const set = (some: string[], on: boolean) => {
    const rest = value.filter((type) => !some.includes(type))
    onChange(on ? [...rest, ...some] : rest)
  }
  return (
    <fieldset className="flex flex-col gap-y-2">
      <legend className="contents">
        <span className="flex items-center gap-x-2">
          {own.length > 1 && (
            <Checkbox
              id={`${id}-all`}
              aria-label={t("webhooks.allOf", { group: title })}
              checked={chosen === own.length ? true : chosen ? "indeterminate" : false}
              onCheckedChange={(on) => set(own, on === true)}
            />
          )}
          <Text as="span" size="small" weight="plus">
            {title}
          </Text>
        </span>
      </legend>
      {types.map(({ type, when }) => (
        <div key={type} className="flex items-start gap-x-2 pl-7">
          <Checkbox
            id={`${id}-${type}`}
            className="mt-0.5"
            aria-describedby={`${id}-${type}-when`}
            checked={value.includes(type)}
            onCheckedChange={(on) => set([type], on === true)}
          />
          <div className="flex flex-col">
            <Label size="small" htmlFor={`${id}-${type}`}>
              {name(type)}
            </Label>
            <Text id={`${id}-${type}-when`} size="xsmall" className="text-ui-fg-subtle">
              {when}
            </Text>
          </div>
        </div>
      ))}
    </fieldset>
  )
}
