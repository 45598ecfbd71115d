import { query } from "../../../lib/db"
import type { NumberChange, TimelineItem } from "../../../types/timeline"
import { METRICS } from "../../profile/metrics/definitions"
import { NUMBER_HISTORY } from "../../profile/sql/number-history"
import type { TimelineSource } from "./source"

type Row = Pick<Extract<TimelineItem, { kind: "number" }>, "cause" | "order_id" | "number"> & {
  id: number
  at: Date
  numbers: Record<string, number>
  before: Record<string, number>
}

/** Numbers that come from orders, each time that an order changed them. They are derived: nothing of it is stored. */
export const numbersSource: TimelineSource = {
  kind: "number",
  async read(db, at, { currency }) {
    const rows = await query<Row>(db, NUMBER_HISTORY, at)
    return rows.map(({ id, at, cause, order_id, number, ...values }) => ({
      kind: "number",
      id: `number-${id}`,
      at: at.toISOString(),
      cause,
      order_id,
      number,
      currency,
      changes: changes(values),
    }))
  },
}

function changes({ numbers, before }: Pick<Row, "numbers" | "before">): NumberChange[] {
  return METRICS.flatMap(({ key, label, unit, nullable }) => {
    const old = before[key] ?? (nullable ? null : 0)
    const now = numbers[key] ?? (nullable ? null : 0)
    const known = key in numbers || key in before
    return known && old !== now ? [{ key, label, unit, old, new: now }] : []
  })
}
