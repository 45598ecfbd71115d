/** Tables of the campaign module. Others read them by these names and never write them. */
export const BROADCAST = "engage_broadcast"
export const CAMPAIGN = "engage_campaign"
export const CAMPAIGN_VERSION = "engage_campaign_version"
export const CAMPAIGN_RUN = "engage_campaign_run"
export const ENROLLMENT = "engage_enrollment"
export const STEP_PASS = "engage_step_pass"
/** Steps that another campaign listens to, as people do them. */
export const STEP_DONE = "engage_step_done"
/** Splits of live versions that look for their best way. */
export const SPLIT_TEST = "engage_split_test"
/** What steps have others do, and the promo codes that came of it. */
export const ERRAND = "engage_errand"
export const PROMO_CODE = "engage_promo_code"
/** What each variant costs and how much of it is left, as last seen, and what became different. */
export const STOCK = "engage_stock"
export const STOCK_CHANGE = "engage_stock_change"
