import {
  DismissDuplicate,
  ListMerges,
  MergeProfiles,
  SetMergeRules,
} from "../admin/engage/merges/validators"
import { RecordPurchases } from "../admin/engage/purchases/validators"
import type { AdminRoutes } from "./entry"

/** Duplicates, merges, and purchases from outside the shop. */
export const identityRoutes = {
  "GET /admin/engage/duplicates": {
    summary: "Pairs of profiles that may be one person, the surest first",
    query: ListMerges,
  },
  "POST /admin/engage/duplicates/search": {
    summary: "Look everybody through for duplicates, and merge those whose rule says so",
  },
  "POST /admin/engage/duplicates/dismiss": {
    summary: "Note that two profiles are two people",
    body: DismissDuplicate,
  },
  "GET /admin/engage/duplicates/rules": { summary: "What is done about each sign of a duplicate" },
  "POST /admin/engage/duplicates/rules": {
    summary: "Change what is done about signs of duplicates",
    body: SetMergeRules,
  },
  "GET /admin/engage/merges": { summary: "Merged profiles, newest first", query: ListMerges },
  "POST /admin/engage/merges": {
    summary: "Make one profile of two",
    details: "Orders, consents, fields, history and visits of `gone` become those of `kept`.",
    body: MergeProfiles,
  },
  "POST /admin/engage/merges/:id/undo": { summary: "Make two profiles again" },
  "POST /admin/engage/purchases": {
    summary: "Record up to 1,000 purchases made outside of the shop",
    details:
      "Amounts are minor units. The same `external_id` again changes the purchase and never counts twice. A buyer nobody knows becomes a profile. Wrong rows are refused alone.",
    body: RecordPurchases,
  },
} satisfies Partial<AdminRoutes>
