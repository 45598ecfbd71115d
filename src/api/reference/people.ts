import {
  ErasePerson,
  ListOrders,
  ListProfiles,
  ListTimeline,
  ReadPersonalData,
  SetConsent,
  UpdateProfile,
} from "../admin/engage/profiles/validators"
import { ChangeTags, ListTags, TagThings } from "../admin/engage/tags/validators"
import { SavePreferenceText, SaveTopic } from "../admin/engage/topics/validators"
import { SaveDigest } from "../admin/engage/digest/validators"
import { MoveToFolder } from "../admin/engage/folders/validators"
import { ListViews, SaveView, ShareView } from "../admin/engage/views/validators"
import type { AdminRoutes } from "./entry"

/** Overview, profiles, and what Medusa's own pages show of them. */
export const peopleRoutes = {
  "GET /admin/engage/digest": {
    summary: "What changed in the last full week, and who is told of it when",
  },
  "POST /admin/engage/digest": {
    summary: "Choose the day on which a week ends and who is told",
    details: "`day` 0 is Sunday. Mail needs a notification service for e-mail in Medusa.",
    body: SaveDigest,
  },
  "GET /admin/engage/overview": {
    summary: "Headline numbers, RFM grid, the last five broadcasts, first-run checklist",
  },
  "GET /admin/engage/health": {
    summary: "How far the shop's data has arrived, what waits, and whether every ledger adds up",
  },
  "GET /admin/engage/topics": { summary: "Topics that people can subscribe to" },
  "POST /admin/engage/topics": {
    summary: "Add a topic, or change the one with this key",
    details:
      "A private topic is offered in no form and on no page; an archived one is for nothing new either, and what people said about it stays.",
    body: SaveTopic,
  },
  "DELETE /admin/engage/topics/:key": {
    summary: "Remove a topic that nobody has said anything about",
  },
  "GET /admin/engage/preference-text": { summary: "Words of the preference page" },
  "POST /admin/engage/preference-text": {
    summary: "Change the words of the preference page",
    details: "Consents given from then on carry the new version of the words as proof.",
    body: SavePreferenceText,
  },
  "GET /admin/engage/folders/:kind": {
    summary: "The folders that segments, audiences, templates, broadcasts or campaigns lie in",
  },
  "POST /admin/engage/folders/:kind": {
    summary: "Put some of them into a folder; the empty one takes them out",
    body: MoveToFolder,
  },
  "GET /admin/engage/views": {
    summary: "Saved views of a list: the user's own, and those that others share",
    query: ListViews,
  },
  "POST /admin/engage/views": {
    summary: "Save what a list shows under a name",
    details: "The user's view of that name becomes this one.",
    body: SaveView,
  },
  "POST /admin/engage/views/:id": {
    summary: "Show a view of one's own to all admin users, or to nobody else",
    body: ShareView,
  },
  "DELETE /admin/engage/views/:id": { summary: "Delete a view of one's own" },
  "GET /admin/engage/tags": {
    summary: "List or search the tags that people have",
    query: ListTags,
  },
  "POST /admin/engage/tags": {
    summary: "Give people tags, or take tags away from them",
    details:
      "Whose: those of `list` (e-mail addresses, phone numbers, ids or #order numbers, one a line) or the members of a segment. A tag nobody has had before is new by that; one that differs from a known one in capitals only is that one.",
    body: ChangeTags,
  },
  "GET /admin/engage/tags/:kind": {
    summary: "The tags that segments, audiences, templates, broadcasts or campaigns have",
  },
  "POST /admin/engage/tags/:kind": {
    summary: "Give things tags, or take tags away from them",
    body: TagThings,
  },
  "GET /admin/engage/profiles": {
    summary: "List or search profiles",
    query: ListProfiles,
  },
  "GET /admin/engage/profiles/:id": {
    summary: "One profile with facts, contact values, metrics, consent and segments",
  },
  "POST /admin/engage/profiles/:id": {
    summary: "Change attributes, fields and assigned metrics of a person",
    details:
      "What Medusa keeps (name, phone, e-mail of a guest, address, metadata) is changed there too, by Medusa's own workflows. `null` clears a value.",
    body: UpdateProfile,
  },
  "GET /admin/engage/profiles/:id/orders": {
    summary: "Orders and offline purchases of a person, newest first",
    query: ListOrders,
  },
  "GET /admin/engage/profiles/:id/promo-codes": {
    summary: "Promo codes that campaigns gave to a person, and what became of them",
  },
  "POST /admin/engage/profiles/:id/erase": {
    summary: "Erase a person everywhere",
    details:
      "Medusa's customers of this person are emptied and deleted, and all that is stored here goes; sums of purchases and " +
      "messages stay, under a number. Orders stay in Medusa. It cannot be taken back.",
    body: ErasePerson,
  },
  "GET /admin/engage/profiles/:id/personal-data": {
    summary: "All that is stored about a person, as JSON or as a page to read",
    query: ReadPersonalData,
  },
  "GET /admin/engage/profiles/:id/timeline": {
    summary: "What happened to a profile, newest first",
    query: ListTimeline,
  },
  "POST /admin/engage/profiles/:id/consent": {
    summary: "Record what a person said to your staff about being contacted",
    details:
      "The change is kept with its reason, the staff member, the time and the IP address as proof.",
    body: SetConsent,
  },
  "GET /admin/engage/customers/:id/profile": {
    summary: "The profile that a Medusa customer belongs to",
    details: "`id` is Medusa's customer id. `null` while the customer has not been read in yet.",
  },
  "GET /admin/engage/orders/:id/attribution": {
    summary: "The broadcasts credited with an order",
    details: "`id` is Medusa's order id.",
  },
} satisfies Partial<AdminRoutes>
