/** Tables of events and visits. Others read them by these names and never write them. */
export const EVENT = "engage_event"
export const EVENT_DAY = "engage_event_day"
export const VISITOR = "engage_visitor"
export const SESSION = "engage_session"

/** What the webhooks of payment providers tell, and what other systems may send. */
export const PAYMENT_FAILED = "Payment Failed"

/** Whether an event came in late, as the index of late events has it. @param e - the event's alias */
export const isLate = (e: string) => `${e}.received_at - ${e}.at > interval '15 minutes'`
