/** Tables of the outbound module. Others read them by these names and never write them. */
export const WEBHOOK = "engage_webhook"
export const WEBHOOK_EVENT = "engage_webhook_event"
export const WEBHOOK_DELIVERY = "engage_webhook_delivery"
export const WEBHOOK_ATTEMPT = "engage_webhook_attempt"
/** How far each follower has read each feed. */
export const FEED_MARK = "engage_feed_mark"
