/** Tables of the report module. Others read them by these names and never write them. */
export const TOUCH = "engage_touch"
export const KEPT_NUMBERS = "engage_kept_numbers"
