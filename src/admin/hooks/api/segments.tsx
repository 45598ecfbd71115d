import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type { Rules } from "../../../rules/ast"
import type { Page } from "../../../types/common"
import type {
  MoveDirection,
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
import { del, get, post } from "../../lib/client"
import { oneAtATime } from "../../lib/one-at-a-time"
import { keepRows } from "../../lib/keep-rows"
import { queryKeys } from "../../lib/query-keys"
import { usePages } from "../use-pages"

export const segmentsQueryKeys = queryKeys("segments")

type ListQuery = {
  q?: string
  folder?: string
  tag?: string
  archived?: boolean
  limit?: number
  cursor?: string
}
type SegmentInput = {
  name: string
  description?: string
  folder?: string
  archived?: boolean
  rules: Rules
  /** The version whose rule was changed; refused when the segment has another by now. */
  version?: number
}

/** One page of segments. */
export function useSegments(query: ListQuery) {
  return useQuery({
    queryKey: segmentsQueryKeys.list(query),
    queryFn: ({ signal }) => get<Page<"segments", ListedSegment>>("/segments", query, signal),
    placeholderData: keepRows,
    staleTime: 0,
  })
}

/** One segment; asked for again every two seconds until its first count is there. */
export function useSegment(id: string | undefined) {
  return useQuery({
    queryKey: segmentsQueryKeys.detail(id ?? ""),
    queryFn: async ({ signal }) =>
      (await get<{ segment: Segment }>(`/segments/${id}`, undefined, signal)).segment,
    enabled: Boolean(id),
    staleTime: 0,
    refetchInterval: (query) =>
      query.state.data && !query.state.data.evaluated_at && !query.state.data.error ? 2_000 : false,
  })
}

/** Ready-made rules to start from. */
export function useSegmentTemplates() {
  return useQuery({
    queryKey: segmentsQueryKeys.list({ templates: true }),
    queryFn: async ({ signal }) =>
      (await get<{ templates: SegmentTemplate[] }>("/segment-templates", undefined, signal))
        .templates,
    staleTime: 60_000,
  })
}

const counting = oneAtATime()

/** How many people a ready rule finds now; rules are counted one after another. */
export function useSegmentTemplateCount(key: string) {
  return useQuery({
    queryKey: segmentsQueryKeys.list({ template: key }),
    queryFn: ({ signal }) =>
      counting(signal, () =>
        get<{ count: number }>(`/segment-templates/${key}/count`, undefined, signal)
      ),
    select: ({ count }) => count,
    staleTime: 60_000,
  })
}

/** Who is in the segment, newest first. */
export function useSegmentMembers(id: string, query: { limit: number; cursor?: string }) {
  return useQuery({
    queryKey: segmentsQueryKeys.detail(id, "members", query),
    queryFn: ({ signal }) =>
      get<Page<"members", SegmentMember>>(`/segments/${id}/members`, query, signal),
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
}

/** Who entered or left the segment on a day (`YYYY-MM-DD`). */
export function useSegmentMoves(id: string, query: { day: string; direction: MoveDirection }) {
  return usePages<"people", SegmentMove>(
    segmentsQueryKeys.detail(id, "moves", query),
    `/segments/${id}/moves`,
    query
  )
}

/** What the segment was like day by day. */
export function useSegmentHistory(id: string) {
  return useQuery({
    queryKey: segmentsQueryKeys.detail(id, "history"),
    queryFn: async ({ signal }) =>
      (await get<{ history: SegmentHistoryPoint[] }>(`/segments/${id}/history`, undefined, signal))
        .history,
  })
}

/** Counts a rule that may not be saved. A newer rule cancels the request of the older one. */
export function useSegmentPreview(rules: Rules, enabled: boolean) {
  return useQuery({
    queryKey: segmentsQueryKeys.detail("preview", "preview", rules),
    queryFn: ({ signal }) => post<SegmentPreview>("/segments/preview", { rules }, signal),
    placeholderData: keepPreviousData,
    enabled,
    retry: false,
    staleTime: 30_000,
    gcTime: 60_000,
  })
}

/** How many people each part of a rule finds. A newer rule cancels the request of the older one. */
export function useRuleCounts(rules: Rules, enabled: boolean) {
  return useQuery({
    queryKey: segmentsQueryKeys.detail("counts", "counts", rules),
    queryFn: ({ signal }) => post<RuleCounts>("/segments/counts", { rules }, signal),
    enabled,
    retry: false,
    staleTime: 30_000,
    gcTime: 60_000,
  })
}

/** Why a person matches a rule or not. */
export function useRuleWhy(rules: Rules, profile: string | null, enabled: boolean) {
  return useQuery({
    queryKey: segmentsQueryKeys.detail("why", profile ?? "", rules),
    queryFn: ({ signal }) => post<RuleWhy>("/segments/why", { rules, profile_id: profile }, signal),
    enabled: enabled && profile !== null,
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: 30_000,
  })
}

/** The rules a segment has had, latest first. */
export function useSegmentVersions(id: string) {
  return useQuery({
    queryKey: segmentsQueryKeys.detail(id, "versions"),
    queryFn: async ({ signal }) =>
      (await get<{ versions: SegmentVersion[] }>(`/segments/${id}/versions`, undefined, signal))
        .versions,
  })
}

/** Takes an earlier rule back. */
export function useRestoreSegment(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (version: number) =>
      post<{ segment: Segment }>(`/segments/${id}/restore`, { version }),
    onSuccess: () => client.invalidateQueries({ queryKey: segmentsQueryKeys.all }),
  })
}

/** The customer group that follows a segment. */
export function useSegmentGroup(id: string) {
  return useQuery({
    queryKey: segmentsQueryKeys.detail(id, "group"),
    queryFn: async ({ signal }) =>
      (await get<{ group: SegmentGroup | null }>(`/segments/${id}/group`, undefined, signal)).group,
  })
}

/** What following would do to a group. */
export function useGroupDiff(id: string, group: string | null) {
  return useQuery({
    queryKey: segmentsQueryKeys.detail(id, "group-diff", { group }),
    queryFn: ({ signal }) =>
      get<{ add: number; remove: number }>(
        `/segments/${id}/group/diff`,
        { group_id: group ?? "" },
        signal
      ),
    enabled: group !== null,
    staleTime: 0,
  })
}

/** Lets a group follow a segment; `null` stops it. */
export function useFollowGroup(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (group: string | null) => {
      if (group) await post(`/segments/${id}/group`, { group_id: group })
      else await del(`/segments/${id}/group`)
    },
    onSuccess: () => client.invalidateQueries({ queryKey: segmentsQueryKeys.details() }),
  })
}

/** Creates a segment, or changes the one whose id is given. */
export function useSaveSegment(id?: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: Partial<SegmentInput>) =>
      post<{ segment: Segment }>(id ? `/segments/${id}` : "/segments", input),
    onSuccess: () => client.invalidateQueries({ queryKey: segmentsQueryKeys.all }),
  })
}

/** Recounts a segment. */
export function useRefreshSegment(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => post<{ segment: Segment }>(`/segments/${id}/refresh`),
    onSuccess: () => client.invalidateQueries({ queryKey: segmentsQueryKeys.all }),
  })
}

/** Deletes a segment; the API refuses while a broadcast uses it. */
export function useDeleteSegment(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => del(`/segments/${id}`),
    onSuccess: () => client.invalidateQueries({ queryKey: segmentsQueryKeys.lists() }),
  })
}
