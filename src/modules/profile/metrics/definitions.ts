import { HABIT_METRICS } from "./habits"
import { ORDER_METRICS } from "./orders"
import { PREDICTED_METRICS } from "./predicted"
import type { MetricDefinition } from "./metric"

/** Every metric of a profile, in the order to show them. */
export const METRICS: MetricDefinition[] = [
  ...ORDER_METRICS,
  ...HABIT_METRICS,
  ...PREDICTED_METRICS,
]
