import { Bolt, ComputerDesktop, Phone, Tablet } from "@medusajs/icons"
import { Badge } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { EventItem, Visit } from "../../../types/event"
import { useFormat } from "../../hooks/use-format"
import { EventProperties } from "../events/event-properties"
import { Card } from "./timeline-entry"

const ICONS = { desktop: ComputerDesktop, mobile: Phone, tablet: Tablet }
const SHOWN = 5

const moreClass =
  "txt-compact-xsmall-plus text-ui-tag-blue-text focus-visible:shadow-borders-focus w-fit rounded-sm outline-none hover:underline"

/** One visit of the storefront: on what, from where, how long, and its steps folded in. */
export function VisitCard({ visit }: { visit: Visit }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const [open, setOpen] = useState(false)
  const Icon = ICONS[visit.device ?? "desktop"]
  const device = [visit.browser, visit.os].filter(Boolean).join(", ")
  const steps = open ? visit.steps : visit.steps.slice(0, SHOWN)
  const hidden = visit.steps.length - SHOWN

  return (
    <Card
      icon={<Icon />}
      at={visit.started_at}
      title={t("events.visit.title", { device: device || t("events.visit.someDevice") })}
      aside={<span className="tabular-nums">{format.duration(visit.seconds * 1000)}</span>}
    >
      <span>
        {[
          t("events.visit.pages", { count: visit.pages }),
          visit.products ? t("events.visit.products", { count: visit.products }) : undefined,
          visit.cart_actions ? t("events.visit.cart", { count: visit.cart_actions }) : undefined,
        ]
          .filter(Boolean)
          .join(" · ")}
      </span>
      <Came visit={visit} />
      <ol className="mt-1 flex flex-col gap-y-0.5">
        {steps.map((step, index) => (
          <li key={index} className="flex gap-x-2">
            <time dateTime={step.at} className="w-14 shrink-0 tabular-nums">
              {format.time(step.at)}
            </time>
            <span className="min-w-0 truncate">
              <span className="text-ui-fg-base">
                {t(`events.known.${step.name}`, { defaultValue: step.name })}
              </span>
              {step.title && ` ${step.title}`}
            </span>
          </li>
        ))}
      </ol>
      {hidden > 0 && (
        <button
          type="button"
          className={moreClass}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {open ? t("events.visit.fewer") : t("events.visit.more", { count: hidden })}
        </button>
      )}
    </Card>
  )
}

function Came({ visit }: { visit: Visit }) {
  const { t } = useTranslation("engage")
  const { source, medium, campaign } = visit.utm
  const campaignText = [source, medium, campaign].filter(Boolean).join(" / ")
  if (!campaignText && !visit.referrer && !visit.click_id) return null
  return (
    <span className="flex flex-wrap items-center gap-1">
      {t("events.visit.from")}
      {campaignText && <Badge size="2xsmall">{campaignText}</Badge>}
      {visit.click_id && (
        <Badge size="2xsmall">{t("events.visit.ad", { id: visit.click_id })}</Badge>
      )}
      {visit.referrer && <span>{visit.referrer}</span>}
    </span>
  )
}

/** One event that another system sent, with its properties on demand. */
export function EventCard({ event }: { event: EventItem }) {
  const { t } = useTranslation("engage")
  const [open, setOpen] = useState(false)
  const hasMore = Object.keys(event.properties).length > 0
  return (
    <Card icon={<Bolt />} at={event.at} title={event.name}>
      {hasMore && (
        <button
          type="button"
          className={moreClass}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {t(open ? "events.hideDetails" : "events.showDetails")}
        </button>
      )}
      {open && <EventProperties event={event} />}
    </Card>
  )
}
