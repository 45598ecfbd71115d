import type { EventItem } from "../../types/event"
import type { formatters } from "./format"

/** What an order was worth of which the shop itself tells; other systems write amounts as they like. */
export function eventMoney(
  { source, properties: { total, currency } }: Pick<EventItem, "source" | "properties">,
  format: Pick<ReturnType<typeof formatters>, "money">
): string | null {
  if (source !== "shop" || typeof total !== "number" || typeof currency !== "string") return null
  return format.money(total, currency)
}

/** The first values that an event carries, in one line. */
export function eventSummary(
  event: Pick<EventItem, "source" | "properties">,
  format: Pick<ReturnType<typeof formatters>, "money">
): string {
  const money = eventMoney(event, format)
  const { total, currency, ...others } = event.properties
  return Object.values(money ? { ...others, money } : { total, currency, ...others })
    .filter((value) => typeof value === "string" || typeof value === "number")
    .slice(0, 4)
    .join(" · ")
}
