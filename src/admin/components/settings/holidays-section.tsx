import { PencilSquare, Trash } from "@medusajs/icons"
import { Button, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { Holiday, HolidayPlace, HolidaySettings, OwnDays } from "../../../types/calendar"
import { useHolidays, useSaveHolidays } from "../../hooks/api/holidays"
import { useFormat } from "../../hooks/use-format"
import { MoreMenu } from "../common/more-menu"
import { Section } from "../common/states"
import { HolidayPlaceDrawer } from "./holiday-place-drawer"
import { OwnDaysDrawer } from "./own-days-drawer"

/** Whose public holidays the shop keeps, and the days on which it is closed besides. */
export function HolidaysSection() {
  const { t } = useTranslation("engage")
  const { data } = useHolidays()
  const save = useSaveHolidays()
  const [placing, setPlacing] = useState(false)
  const [editing, setEditing] = useState<OwnDays | "new">()
  if (!data) return null
  const { settings, countries, coming } = data
  const change = (part: Partial<HolidaySettings>, onDone?: () => void) =>
    save.mutate(
      { ...settings, ...part },
      {
        onSuccess: () => {
          toast.success(t("holidays.saved"))
          onDone?.()
        },
        onError: (error) => void toast.error(error.message),
      }
    )
  const without = (days: OwnDays) => settings.own.filter((one) => one !== days)

  return (
    <Section
      id="holidays"
      title={t("holidays.title")}
      description={t("holidays.description")}
      actions={
        <div className="flex gap-x-2">
          <Button size="small" variant="secondary" onClick={() => setEditing("new")}>
            {t("holidays.addOwn")}
          </Button>
          <Button size="small" variant="secondary" onClick={() => setPlacing(true)}>
            {t("holidays.addPlace")}
          </Button>
        </div>
      }
    >
      {!settings.places.length && !settings.own.length && (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {t("holidays.none")}
        </Text>
      )}
      <ul className="divide-y">
        {settings.places.map((place) => (
          <PlaceRow
            key={`${place.country} ${place.region}`}
            place={place}
            country={countries.find(({ code }) => code === place.country)?.name ?? place.country}
            onRemove={() => change({ places: settings.places.filter((one) => one !== place) })}
          />
        ))}
        {settings.own.map((days) => (
          <OwnRow
            key={`${days.name} ${days.from}`}
            days={days}
            onEdit={() => setEditing(days)}
            onRemove={() => change({ own: without(days) })}
          />
        ))}
      </ul>
      {coming.length > 0 && <Coming coming={coming} />}
      {placing && (
        <HolidayPlaceDrawer
          countries={countries}
          pending={save.isPending}
          onClose={() => setPlacing(false)}
          onSave={(place) =>
            change({ places: [...settings.places, place] }, () => setPlacing(false))
          }
        />
      )}
      {editing && (
        <OwnDaysDrawer
          days={editing === "new" ? undefined : editing}
          pending={save.isPending}
          onClose={() => setEditing(undefined)}
          onSave={(days) =>
            change({ own: [...(editing === "new" ? settings.own : without(editing)), days] }, () =>
              setEditing(undefined)
            )
          }
        />
      )}
    </Section>
  )
}

type PlaceRowProps = { place: HolidayPlace; country: string; onRemove: () => void }

function PlaceRow({ place, country, onRemove }: PlaceRowProps) {
  const { t } = useTranslation("engage")
  return (
    <li className="flex items-center justify-between gap-x-4 px-6 py-3">
      <span>
        <Text as="div" size="small" weight="plus" leading="compact">
          {place.region ? `${country} (${place.region})` : country}
        </Text>
        <Text as="div" size="small" className="text-ui-fg-subtle">
          {t("holidays.public")}
        </Text>
      </span>
      <MoreMenu
        groups={[{ actions: [{ label: t("actions.delete"), icon: <Trash />, onClick: onRemove }] }]}
      />
    </li>
  )
}

type OwnRowProps = { days: OwnDays; onEdit: () => void; onRemove: () => void }

function OwnRow({ days: { name, from, to, yearly }, onEdit, onRemove }: OwnRowProps) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const when = from === to ? format.day(from) : `${format.day(from)} – ${format.day(to)}`
  return (
    <li className="flex items-center justify-between gap-x-4 px-6 py-3">
      <span>
        <Text as="div" size="small" weight="plus" leading="compact">
          {name}
        </Text>
        <Text as="div" size="small" className="text-ui-fg-subtle">
          {yearly ? t("holidays.eachYear", { when }) : when}
        </Text>
      </span>
      <MoreMenu
        groups={[
          {
            actions: [
              { label: t("actions.edit"), icon: <PencilSquare />, onClick: onEdit },
              { label: t("actions.delete"), icon: <Trash />, onClick: onRemove },
            ],
          },
        ]}
      />
    </li>
  )
}

/** The next days off, so that somebody sees whether the right ones were chosen. */
function Coming({ coming }: { coming: Holiday[] }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  return (
    <div className="border-t px-6 py-4">
      <Text size="small" weight="plus" leading="compact">
        {t("holidays.coming")}
      </Text>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 pt-2">
        {coming.map(({ day, name, places }) => (
          <div key={`${day} ${name}`} className="contents">
            <dt className="txt-small text-ui-fg-subtle">{format.day(day)}</dt>
            <dd className="txt-small text-ui-fg-base">
              {places.length ? `${name} (${places.join(", ")})` : name}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
