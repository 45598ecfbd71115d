import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type { Rules } from "../../../rules/ast"
import type { Page } from "../../../types/common"
import type {
  Segment,
  SegmentHistoryPoint,
  SegmentMember,
  SegmentPreview,
} from "../../../types/segment"
import { del, get, post } from "../../lib/client"
import { queryKeys } from "../../lib/query-keys"

export const segmentsQueryKeys = queryKeys("segments")

type ListQuery = { q?: string; limit?: number; cursor?: string }
type SegmentInput = { name: string; description?: string; rules: Rules }
export type SegmentTemplate = { key: string; name: string; description: string; rules: Rules }

/** One page of segments. */
export function useSegments(query: ListQuery) {
  return useQuery({
    queryKey: segmentsQueryKeys.list(query),
    queryFn: ({ signal }) => get<Page<"segments", Segment>>("/segments", query, signal),
    placeholderData: keepPreviousData,
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
    staleTime: Infinity,
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

/** The segment's size over time. */
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

/** Creates a segment, or changes the one whose id is given. */
export function useSaveSegment(id?: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: Partial<SegmentInput>) =>
      post<{ segment: Segment }>(id ? `/segments/${id}` : "/segments", input),
    onSuccess: () => client.invalidateQueries({ queryKey: segmentsQueryKeys.all }),
  })
}

/** Recounts a segment or makes a copy of it. */
export function useSegmentAction(id: string, action: "refresh" | "duplicate") {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => post<{ segment: Segment }>(`/segments/${id}/${action}`),
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
