import { audienceRoutes } from "./audiences"
import { broadcastRoutes } from "./broadcasts"
import { campaignRoutes } from "./campaigns"
import { attributionRoutes } from "./attribution"
import { deliveryRoutes } from "./delivery"
import type { AdminRoutes } from "./entry"
import { eventRoutes } from "./events"
import { fieldRoutes } from "./fields"
import { identityRoutes } from "./identity"
import { interestRoutes } from "./interests"
import { messageRoutes } from "./messages"
import { peopleRoutes } from "./people"
import { qualityRoutes } from "./quality"
import { calendarRoutes } from "./calendar"
import { policyRoutes } from "./policy"
import { segmentRoutes } from "./segments"
import { transferRoutes } from "./transfer"
import { webhookRoutes } from "./webhooks"

/** Every route of the admin API. */
export const adminRoutes: AdminRoutes = {
  ...peopleRoutes,
  ...fieldRoutes,
  ...identityRoutes,
  ...interestRoutes,
  ...qualityRoutes,
  ...segmentRoutes,
  ...audienceRoutes,
  ...messageRoutes,
  ...broadcastRoutes,
  ...campaignRoutes,
  ...attributionRoutes,
  ...deliveryRoutes,
  ...policyRoutes,
  ...calendarRoutes,
  ...eventRoutes,
  ...transferRoutes,
  ...webhookRoutes,
}

/** What a parameter means, whichever route takes it. */
export const PARAMETERS: Record<string, string> = {
  id: "Id of the thing the path names",
  delivery: "Id of the delivery",
  type: "Only those of this type",
  key: "Key of an attribute or constant",
  token: "From the message's link; signed",
  link: "Number of the link in the message",
  limit: "Most rows to return",
  list: "The list whose views are meant",
  cursor: "`next_cursor` of the page before",
  q: "Text to search for",
  status: "Only those with this status",
  step: "Only people who are at this step now",
  version: "Which version of the campaign",
  enrollment_id: "Which pass of a person through the campaign",
  inside: "Only people who are inside now",
  action: "What happened: `seen`, `clicked` or `dismissed`",
  channel: "Which channel, such as `email` or `sms`",
  days: "How many days back",
  day: "A day of the shop as YYYY-MM-DD",
  direction: "`entered` or `left`",
  provider: "Name of the mail service, such as `resend`",
  field: "Which contact value",
  country: "Code of a country, such as `DE`",
  as: "What is made of the message: `html` keeps it as it is, `blocks` takes it apart for the editor",
  state: "Only values in this state",
  domain: "Domain of the mistyped addresses",
  order: "What to sort by; `-` sorts descending",
  filters: "Quick filters, separated by commas; all must hold",
  behind: "Only orders that a metric is made from",
  scope: "Only fields of this scope",
  kinds: "Which kinds of entries, separated by commas",
  segment_id: "Only members of this segment",
  campaign_id: "Which campaign: its trigger says what the samples of `trigger.*` are",
  profile_id: "Which profile: whose values the samples are, or whose events are wanted",
  kind: "Which number of the report, or which kind of thing",
  ids: "Ids of products, separated by commas",
  names: "Names of events, separated by commas; `\\,` is a comma in a name",
  name: "Name of an event",
  request: "Id of a call",
  file: "Name of the file",
  format: "`json` or `html`",
  outcome: "Only rows with this outcome",
  after: "Only rows after this one",
  merge: "Id of a joined device",
  source: "Where events came in: `tracker`, `server`, `shop`, or the id of an inbound source",
  tag: "Only people or things that have this tag",
  folder: "Only what lies in this folder",
  unused: "`true` lists only what nothing uses, and what is older than a day",
  lost: "`true` lists only what cannot be read any more",
  archived: "`true` lists what is archived instead of what is not",
  group_id: "Id of a Medusa customer group",
  rule: "Only those left out by the contact rule with this id",
  mode: "How scores are given: by fifths, by usual limits, or by the limits in `r`, `f` and `m`",
  window_days: "Days of orders to look at",
  r: "Manual mode: four limits of days since the last order, worst to best, e.g. `180,90,60,30`",
  f: "Manual mode: four limits of orders, worst to best",
  m: "Manual mode: four limits of revenue in minor units, worst to best",
  from: "From this time on, or the first day as YYYY-MM-DD",
  to: "Before this time, or the last day as YYYY-MM-DD",
  reason: "With `kind=skipped`: only those with this reason",
}
