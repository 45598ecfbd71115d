/** Tables of the delivery module. Others read them by these names and never write them. */
export const RUN = "engage_run"
export const MESSAGE = "engage_message"
export const CHUNK = "engage_chunk"
export const SLOT = "engage_run_slot"
export const PACE = "engage_run_pace"
export const RUN_VARIANT = "engage_run_variant"
export const RUN_VERSION = "engage_run_version"
export const CONTACT_RULE = "engage_contact_rule"
export const MESSAGE_EVENT = "engage_message_event"
export const SUPPRESSION = "engage_suppression"
export const PROVIDER_REPORT = "engage_provider_report"
export const MAILBOX_STAT = "engage_mailbox_stat"
export const IN_APP = "engage_in_app_message"
export const MESSAGE_FACTS = "engage_message_facts"
export const SANDBOX_MAIL = "engage_sandbox_mail"

/** Room left on each page of the ledger, so that results are written in place. */
export const MESSAGE_FILLFACTOR = 45
