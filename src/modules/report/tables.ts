/** Tables of the report module. Others read them by these names and never write them. */
/** The shop's own rule of attribution, and when the orders of a run were credited anew. */
export const ATTRIBUTION_RULE = "engage_attribution_rule"
export const ATTRIBUTION_RUN = "engage_attribution_run"
export const TOUCH = "engage_touch"
export const KEPT_NUMBERS = "engage_kept_numbers"
