/** Tables of the campaign module. Others read them by these names and never write them. */
export const BROADCAST = "engage_broadcast"
export const CAMPAIGN = "engage_campaign"
export const CAMPAIGN_VERSION = "engage_campaign_version"
export const CAMPAIGN_RUN = "engage_campaign_run"
export const ENROLLMENT = "engage_enrollment"
export const STEP_PASS = "engage_step_pass"
