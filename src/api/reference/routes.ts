import { broadcastRoutes } from "./broadcasts"
import type { AdminRoutes } from "./entry"
import { messageRoutes } from "./messages"
import { peopleRoutes } from "./people"
import { segmentRoutes } from "./segments"

/** Every route of the admin API. */
export const adminRoutes: AdminRoutes = {
  ...peopleRoutes,
  ...segmentRoutes,
  ...messageRoutes,
  ...broadcastRoutes,
}

/** What a parameter means, whichever route takes it. */
export const PARAMETERS: Record<string, string> = {
  id: "Id of the thing the path names",
  key: "Key of an attribute",
  token: "From the message's link; signed",
  link: "Number of the link in the message",
  limit: "Most rows to return",
  cursor: "`next_cursor` of the page before",
  q: "Text to search for",
  order: "What to sort by; `-` sorts descending",
  kinds: "Which kinds of entries, separated by commas",
  segment_id: "Only members of this segment",
  profile_id: "Whose values the samples are",
  kind: "Which number of the report",
  reason: "With `kind=skipped`: only those with this reason",
}
