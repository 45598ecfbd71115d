import { looseEventsOf, visitsOf } from "../../profile/events/read"
import type { TimelineSource } from "./source"

/** Visits of the storefront, each with its first steps, on whichever device. */
export const visitsSource: TimelineSource = {
  kind: "visit",
  async read(db, at) {
    const visits = await visitsOf(db, at)
    return visits.map((visit) => ({ kind: "visit", id: visit.id, at: visit.started_at, visit }))
  },
}

/** What other systems told of the person; steps of a visit stand with it, and orders have entries of their own. */
export const eventsSource: TimelineSource = {
  kind: "event",
  async read(db, at) {
    const events = await looseEventsOf(db, at)
    return events.map((event) => ({ kind: "event", id: event.id, at: event.at, event }))
  },
}
