/** Tables of the transfer module. Others read them by these names and never write them. */
export const IMPORT = "engage_import"
export const IMPORT_ROW = "engage_import_row"
export const EXPORT = "engage_export"
