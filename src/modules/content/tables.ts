/** Tables of the content module. Others read them by these names and never write them. */
export const TEMPLATE = "engage_template"
export const CONTENT = "engage_content"
export const ATTACHMENT = "engage_attachment"
export const SAVED_BLOCK = "engage_saved_block"
export const CONSTANT = "engage_constant"
export const REPLACEMENT = "engage_replacement"
export const REPLACEMENT_PART = "engage_replacement_part"
