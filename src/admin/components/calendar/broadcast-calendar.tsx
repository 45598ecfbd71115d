import FullCalendar from "@fullcalendar/react"
import dayGrid from "@fullcalendar/react/daygrid"
import interaction from "@fullcalendar/react/interaction"
import "@fullcalendar/react/skeleton.css"
import classicTheme from "@fullcalendar/react/themes/classic"
import "@fullcalendar/react/themes/classic/theme.css"
import timeGrid from "@fullcalendar/react/timegrid"
import { Container, Text, clx, toast } from "@medusajs/ui"
import { useRef, useState } from "react"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import type { CalendarEntry, Holiday } from "../../../types/calendar"
import { useCalendar, useMoveBroadcast } from "../../hooks/api/calendar"
import { useFormat } from "../../hooks/use-format"
import { ErrorState } from "../common/states"
import { CAMPAIGN_COLORS, entryColors, HOLIDAY_COLORS, PALETTE } from "./calendar-colors"
import { campaignDays } from "./campaign-days"
import { Overlaps } from "./overlaps"
import { PlannedList } from "./planned-list"

const PLUGINS = [dayGrid, timeGrid, interaction, classicTheme]
const VIEWS = ["dayGridMonth", "timeGridWeek", "timeGridDay"]
const HALF_HOUR_MS = 1_800_000
/** The theme draws the buttons' sides alone. */
const FRAMED_BUTTONS =
  "[&_button[aria-pressed]]:border-y [&_button[aria-pressed]]:border-solid [&_button[role=tab]]:border-y [&_button[role=tab]]:border-solid"

/**
 * Broadcasts by day, week or month; those that have not started can be dragged to another time. Above them stands how many
 * messages the campaigns of each day sent, or will probably send.
 */
export default function BroadcastCalendar() {
  const { t, i18n } = useTranslation("engage")
  const format = useFormat()
  const navigate = useNavigate()
  const [range, setRange] = useState<{ from: string; to: string }>()
  const { data, error, refetch } = useCalendar(range)
  const move = useMoveBroadcast()
  const list = useRef<HTMLDivElement>(null)
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone

  return (
    <>
      <Container className={clx("px-6 py-4", FRAMED_BUTTONS)} style={PALETTE}>
        {error && !data && <ErrorState error={error} onRetry={refetch} />}
        <FullCalendar
          plugins={PLUGINS}
          colorScheme={document.documentElement.classList.contains("dark") ? "dark" : "light"}
          locale={i18n.language}
          firstDay={1}
          initialView="dayGridMonth"
          height={680}
          dayMaxEvents={4}
          nowIndicator
          allDayText={t("calendar.campaigns")}
          headerToolbar={{ start: "prev,next today", center: "title", end: VIEWS.join(",") }}
          buttons={Object.fromEntries(
            ["today", ...VIEWS].map((name) => [name, { text: t(`calendar.${name}`) }])
          )}
          datesSet={({ start, end }) =>
            setRange({ from: start.toISOString(), to: end.toISOString() })
          }
          eventTimeFormat={{ hour: "numeric", minute: "2-digit" }}
          events={[
            ...(data?.holidays ?? []).map(dayOff),
            ...(data?.entries ?? []).map(eventOf),
            ...campaignDays(data?.campaigns ?? []).map(({ day, messages, expected }) => ({
              id: day,
              title: t(`calendar.${expected ? "expected" : "sent"}`, {
                number: format.number(messages),
              }),
              start: day,
              allDay: true,
              editable: false,
              ...CAMPAIGN_COLORS,
            })),
          ]}
          eventClick={({ event }) =>
            event.extendedProps.holiday
              ? navigate("/settings/engage#holidays")
              : event.allDay
                ? list.current?.scrollIntoView({ behavior: "smooth" })
                : navigate(`/engage/broadcasts/${event.extendedProps.broadcast}`)
          }
          eventDrop={({ event, revert }) => {
            const at = event.start!.toISOString()
            move.mutate(
              { id: event.id, at },
              {
                onSuccess: () =>
                  void toast.success(
                    t("calendar.moved", { name: event.title, time: format.dateTime(at) })
                  ),
                onError: (failure) => {
                  revert()
                  toast.error(failure.message)
                },
              }
            )
          }}
        />
        <Text size="small" className="text-ui-fg-subtle pt-3">
          {t("calendar.zone", { zone: zone.replaceAll("_", " ") })}{" "}
          {data && !data.entries.length && t("calendar.emptyDescription")}
        </Text>
      </Container>
      {data && <Overlaps {...data} />}
      {data && (
        <div ref={list}>
          <PlannedList {...data} />
        </div>
      )}
    </>
  )
}

function dayOff({ day, name, places }: Holiday) {
  return {
    id: `${day} ${name}`,
    extendedProps: { holiday: true },
    title: places.length ? `${name} (${places.join(", ")})` : name,
    start: day,
    allDay: true,
    editable: false,
    ...HOLIDAY_COLORS,
  }
}

function eventOf({ id, name, status, at, later, movable }: CalendarEntry) {
  return {
    id: later ? `${id} ${at}` : id,
    extendedProps: { broadcast: id },
    title: name,
    start: at,
    end: new Date(Date.parse(at) + HALF_HOUR_MS).toISOString(),
    startEditable: movable,
    durationEditable: false,
    display: "block",
    ...entryColors(status),
  }
}
