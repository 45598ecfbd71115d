/**
 * The event by which a page tells, when it goes out of sight, for how many seconds its product or category was looked at:
 * `{ product_id, category, path, seconds, total }`. `seconds` are those since it was told last, `total` all on that page.
 */
export const TIME_SPENT = "Time Spent"
