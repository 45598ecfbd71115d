import { RFM_GROUPS } from "../../../types/profile"
import { METRICS } from "../metrics/definitions"
import { family } from "./family"

const RFM_LABEL: Record<(typeof RFM_GROUPS)[number], string> = {
  champions: "Champions",
  loyal: "Loyal",
  potential_loyalists: "Potential loyalists",
  new_customers: "New customers",
  promising: "Promising",
  need_attention: "Need attention",
  about_to_sleep: "About to sleep",
  at_risk: "At risk",
  cant_lose: "Can't lose them",
  hibernating: "Hibernating",
  lost: "Lost",
  no_orders: "No orders",
}

const CHURN_BANDS = [
  { value: "low", label: "Low" },
  { value: "medium", label: "Medium" },
  { value: "high", label: "High" },
]
const RANKED = ["orders", "revenue", "aov", "items", "days_since_order", "avg_gap_days"]

/** The metrics of {@link METRICS} as attributes. */
export const METRIC = family(
  "Metrics",
  METRICS.map(({ key, label, formula, type, sql, nullable, noun }) => ({
    key,
    label,
    formula,
    type,
    sql,
    nullable,
    noun,
    // Best and worst are told among buyers: who never bought has no place in the order.
    ...(RANKED.includes(key) && { ranked: "p.orders > 0" }),
    ...(key === "days_since_order" && { daily: true }),
    ...(key === "rfm_group" && {
      folded: true,
      options: RFM_GROUPS.map((value) => ({ value, label: RFM_LABEL[value] })),
    }),
    ...(key === "churn_band" && { folded: true, options: CHURN_BANDS }),
  }))
)
