/** Tables of events and visits. Others read them by these names and never write them. */
export const EVENT = "engage_event"
export const EVENT_DAY = "engage_event_day"
export const VISITOR = "engage_visitor"
export const SESSION = "engage_session"
