import type { Registry } from "../../../rules/describe"
import type {
  ListedSegment,
  RuleCounts,
  RuleWhy,
  Segment,
  SegmentGroup,
  SegmentHistoryPoint,
  SegmentMember,
  SegmentMove,
  SegmentPreview,
  SegmentTemplate,
  SegmentVersion,
} from "../../../types/segment"
import type { Deleted, Listed } from "./shapes"

/** @internal */
export type SegmentAnswers = {
  "GET /admin/engage/attributes": Registry
  "GET /admin/engage/attributes/:key/values": {
    values: { value: string; label: string; count: number }[]
  }
  "GET /admin/engage/segment-templates": {
    templates: SegmentTemplate[]
  }
  "GET /admin/engage/segment-templates/:key/count": { count: number }
  "GET /admin/engage/segments": Listed<"segments", ListedSegment>
  "POST /admin/engage/segments": { segment: Segment }
  "POST /admin/engage/segments/preview": SegmentPreview
  "POST /admin/engage/segments/counts": RuleCounts
  "POST /admin/engage/segments/why": RuleWhy
  "GET /admin/engage/segments/:id/versions": { versions: SegmentVersion[] }
  "POST /admin/engage/segments/:id/restore": { segment: Segment }
  "GET /admin/engage/segments/:id/group": { group: SegmentGroup | null }
  "GET /admin/engage/segments/:id/group/diff": { add: number; remove: number }
  "POST /admin/engage/segments/:id/group": { group: SegmentGroup | null }
  "DELETE /admin/engage/segments/:id/group": Deleted<"segment_group">
  "GET /admin/engage/segments/:id": { segment: Segment }
  "POST /admin/engage/segments/:id": { segment: Segment }
  "DELETE /admin/engage/segments/:id": Deleted<"segment">
  "POST /admin/engage/segments/:id/refresh": { segment: Segment }
  "POST /admin/engage/segments/:id/duplicate": { segment: Segment }
  "GET /admin/engage/segments/:id/members": Listed<"members", SegmentMember>
  "GET /admin/engage/segments/:id/history": { history: SegmentHistoryPoint[] }
  "GET /admin/engage/segments/:id/moves": Listed<"people", SegmentMove>
}
