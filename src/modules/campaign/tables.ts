/** Tables of the campaign module. Others read them by these names and never write them. */
export const BROADCAST = "engage_broadcast"
