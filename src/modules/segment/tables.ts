/** Tables of the segment module. Others read them by these names and never write them. */
export const SEGMENT = "engage_segment"
export const MEMBERSHIP = "engage_membership"
export const MEMBERSHIP_LOG = "engage_membership_log"
export const AUDIENCE = "engage_audience"
export const AUDIENCE_MEMBER = "engage_audience_member"
/** Who entered and who left, up to 1,000 people a row, for whoever tells others. */
export const SEGMENT_NEWS = "engage_segment_news"
