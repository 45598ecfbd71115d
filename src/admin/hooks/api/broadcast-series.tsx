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

/** Holds, resumes or ends the series a broadcast is a run of. */
export function useSteerSeries(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (action: SeriesAction) =>
      post<Pick<BroadcastSeries, "next">>(`/broadcasts/${id}/series`, { action }),
    onSuccess: () => client.invalidateQueries({ queryKey: broadcastsQueryKeys.all }),
  })
}
