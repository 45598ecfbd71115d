import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type { BroadcastSeries, SeriesAction } from "../../../types/broadcast-series"
import { get, post } from "../../lib/client"
import { broadcastsQueryKeys } from "./broadcasts"

/** The runs of a repeating broadcast; asked for every ten seconds, as they start by themselves. */
export function useBroadcastSeries(id: string, query: { limit: number; cursor?: string }) {
  return useQuery({
    queryKey: broadcastsQueryKeys.detail(id, "runs", query),
    queryFn: ({ signal }) => get<BroadcastSeries>(`/broadcasts/${id}/runs`, query, signal),
    placeholderData: keepPreviousData,
    staleTime: 0,
    refetchInterval: 10_000,
  })
}

/**
 * Holds, resumes or ends the series a broadcast is a run of.
 * @param next - the run that is to come, which an end deletes: its page must not ask for it again
 */
export function useSteerSeries(id: string, next: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (action: SeriesAction) =>
      post<Pick<BroadcastSeries, "next">>(`/broadcasts/${id}/series`, { action }),
    onSuccess: (_, action) =>
      client.invalidateQueries({
        queryKey: broadcastsQueryKeys.all,
        predicate: ({ queryKey }) => action !== "end" || !queryKey.includes(next),
      }),
  })
}
