import { ListValues } from "../admin/engage/attributes/validators"
import {
  CreateSegment,
  FollowGroup,
  GroupDiff,
  ListMembers,
  ListMoves,
  ListSegments,
  PreviewSegment,
  RestoreSegment,
  UpdateSegment,
  WhySegment,
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
  "GET /admin/engage/segment-templates/:key/count": {
    summary: "How many people a ready example finds now",
  },
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
  "POST /admin/engage/segments/counts": {
    summary: "How many people each part of a rule finds, and which part leaves nobody",
    body: PreviewSegment,
    ruleProblems: true,
  },
  "POST /admin/engage/segments/why": {
    summary: "Why a person matches a rule or not, part by part, with the values that decided",
    body: WhySegment,
    ruleProblems: true,
  },
  "GET /admin/engage/segments/:id/versions": { summary: "The rules the segment has had" },
  "POST /admin/engage/segments/:id/restore": {
    summary: "Take back an earlier rule, as a new version",
    body: RestoreSegment,
  },
  "GET /admin/engage/segments/:id/group": {
    summary: "The customer group that follows the segment, with its sync log",
  },
  "GET /admin/engage/segments/:id/group/diff": {
    summary: "How many customers following would add to a group and remove from it",
    query: GroupDiff,
  },
  "POST /admin/engage/segments/:id/group": {
    summary: "Let a customer group follow the segment, and sync it now",
    body: FollowGroup,
  },
  "DELETE /admin/engage/segments/:id/group": {
    summary: "Stop following; the group keeps its customers",
  },
  "GET /admin/engage/segments/:id": { summary: "One segment with its numbers" },
  "POST /admin/engage/segments/:id": {
    summary: "Change a segment; what is left out stays",
    details:
      "With `version`, that of the rule that was changed, it is refused with 409 when the segment has another rule by now.",
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
    summary: "What it was like on each day of the last year",
    details:
      "People, orders, revenue, average order and revenue per person by the last count of the day.",
  },
  "GET /admin/engage/segments/:id/moves": {
    summary: "Who entered or left on a day",
    query: ListMoves,
  },
} satisfies Partial<AdminRoutes>
