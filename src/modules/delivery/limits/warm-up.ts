import type { WarmUpPlan } from "../../../types/sending"

const DAY_MS = 86_400_000
/** A plan that grows by a percent would not end in the life of a shop. */
const LONGEST_PLAN_DAYS = 400

/** Days since 1970 of a `YYYY-MM-DD`. */
const numberOf = (day: string) => Date.parse(`${day}T00:00Z`) / DAY_MS

/**
 * The caps of a plan, one for each day until the account takes its full size: `first_day × (1 + growth)^n`, rounded down,
 * and at least one more than the day before.
 */
export function capsOf({ first_day, growth_percent, full_day }: WarmUpPlan): number[] {
  const caps: number[] = []
  let cap = first_day
  for (let day = 0; cap < full_day && day < LONGEST_PLAN_DAYS; day++) {
    caps.push(cap)
    cap = Math.max(cap + 1, Math.floor(first_day * (1 + growth_percent / 100) ** (day + 1)))
  }
  return caps
}

/** Which day of a plan `today` is, from 0; both as `YYYY-MM-DD`. */
export function dayOfPlan(startedOn: string, today: string): number {
  return numberOf(today) - numberOf(startedOn)
}

/** The day `n` days after a `YYYY-MM-DD`. */
export function dayAfter(day: string, n: number): string {
  return new Date((numberOf(day) + n) * DAY_MS).toISOString().slice(0, 10)
}

/** Most messages of an account on a day; null when its plan is over. */
export function capOn(plan: WarmUpPlan & { started_on: string }, today: string): number | null {
  const day = dayOfPlan(plan.started_on, today)
  return capsOf(plan)[Math.max(0, day)] ?? null
}
