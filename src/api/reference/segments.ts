import { ListValues } from "../admin/engage/attributes/validators"
import {
  CreateSegment,
  ListMembers,
  ListSegments,
  PreviewSegment,
  UpdateSegment,
} from "../admin/engage/segments/validators"
import type { AdminRoutes } from "./entry"

/** Segments and what their rules can say. */
export const segmentRoutes = {
  "GET /admin/engage/attributes": {
    summary: "Everything a rule can speak of, with its operators",
  },
  "GET /admin/engage/attributes/:key/values": {
    summary: "Values of an attribute that occur, the most frequent first",
    details: "`key` may name an attribute of a collection, e.g. `product` of purchase lines.",
    query: ListValues,
  },
  "GET /admin/engage/segment-templates": { summary: "Ready examples to start a segment from" },
  "GET /admin/engage/segments": { summary: "List or search segments", query: ListSegments },
  "POST /admin/engage/segments": {
    summary: "Create a segment",
    body: CreateSegment,
    ruleProblems: true,
  },
  "POST /admin/engage/segments/preview": {
    summary: "Count who matches a rule now, with ten of them, without saving it",
    body: PreviewSegment,
    ruleProblems: true,
  },
  "GET /admin/engage/segments/:id": { summary: "One segment with its numbers" },
  "POST /admin/engage/segments/:id": {
    summary: "Change a segment; what is left out stays",
    body: UpdateSegment,
    ruleProblems: true,
  },
  "DELETE /admin/engage/segments/:id": {
    summary: "Delete a segment",
    details: "Refused while a draft uses it as its audience or leaves it out.",
  },
  "POST /admin/engage/segments/:id/refresh": { summary: "Recompute the members now" },
  "POST /admin/engage/segments/:id/duplicate": { summary: "Make a copy with the same rule" },
  "GET /admin/engage/segments/:id/members": {
    summary: "Who is in the segment",
    query: ListMembers,
  },
  "GET /admin/engage/segments/:id/history": {
    summary: "Size, entered, left and revenue over time",
  },
} satisfies Partial<AdminRoutes>
