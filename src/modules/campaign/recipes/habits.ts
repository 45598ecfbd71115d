import { all, is } from "./recipe"

/** People with two orders or more. */
export const REGULAR = all(is("orders", "gte", 2))
/** It ends with the next order, which is what it is for. */
export const TO_ORDER = { goal: { type: "order_placed" }, exit_on_order: true } as const
export const EACH = { reentry: { mode: "per_object" } } as const
export const ONCE = { reentry: { mode: "once" } } as const
/** @param days how long nobody comes in again */
export const rarely = (days: number) => ({ reentry: { mode: "after_days", days } }) as const
