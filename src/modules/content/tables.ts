/** Tables of the content module. Others read them by these names and never write them. */
export const TEMPLATE = "engage_template"
export const CONTENT = "engage_content"
/** What was uploaded for messages: pictures, which have an address, and files that go along with e-mail. */
export const FILE = "engage_file"
export const SAVED_BLOCK = "engage_saved_block"
export const CONSTANT = "engage_constant"
export const REPLACEMENT = "engage_replacement"
export const REPLACEMENT_PART = "engage_replacement_part"
