import { addDays } from "date-fns"
import type { AttributionTerms } from "../../../types/attribution"
import type { Goal } from "../../../types/broadcast-plan"
import type { BroadcastReport } from "../../../types/broadcast-report"
import { MAX_WINDOW_DAYS } from "../sql/attribution-rule"

type Rule = { days: number; terms: AttributionTerms }

/** What has been counted of a broadcast; `done` only for a goal that nothing else counts. */
type Counted = {
  counters: { clicked: number }
  money: { ordered: number; orders: number; revenue: number }
  done: number | null
}

/** Days after a message in which what people do counts towards a goal; a range of days does not bound clicks and visits. */
export function goalDays({ days, terms }: Rule): number {
  return terms.range || !days ? MAX_WINDOW_DAYS : days
}

/**
 * How far a goal has been reached, and whether it still can be.
 * @param finished - when the last message had left; null while they leave
 */
export function goalReport(
  goal: Goal,
  { counters, money, done }: Counted,
  { rule, finished, now }: { rule: Rule; finished: Date | null; now: Date }
): NonNullable<BroadcastReport["goal"]> {
  const { clicked } = counters
  const reached = { ...money, clicked, visited: done ?? 0, event: done ?? 0 }[goal.metric]
  const until = finished && addDays(finished, goalDays(rule))
  const over = until !== null && until < now
  return {
    ...goal,
    reached,
    verdict: reached >= goal.target ? "reached" : over ? "missed" : "open",
    until: until?.toISOString() ?? null,
  }
}
