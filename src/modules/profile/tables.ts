/** Tables of the profile module. Others read them by these names and never write them. */
export const PROFILE = "engage_profile"
export const PROFILE_RAW = "engage_profile_raw"
export const IDENTITY = "engage_identity"
export const PURCHASE = "engage_purchase"
export const PURCHASE_LINE = "engage_purchase_line"
export const PRODUCT = "engage_product"
export const PROFILE_PRODUCT = "engage_profile_product"
export const CONSENT = "engage_consent"
export const CONSENT_LOG = "engage_consent_log"
export const TOPIC = "engage_topic"
export const SEGMENT_DIRTY = "engage_segment_dirty"

