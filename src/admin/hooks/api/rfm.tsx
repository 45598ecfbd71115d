import { keepPreviousData, useQuery } from "@tanstack/react-query"
import type { RfmMode, RfmMove, RfmReport } from "../../../types/rfm"
import { get } from "../../lib/client"
import { queryKeys } from "../../lib/query-keys"

const rfmQueryKeys = queryKeys("rfm")

type RfmQuery = {
  mode: RfmMode
  window_days: number
  segment_id?: string
  r?: string
  f?: string
  m?: string
}

/** Buyers by recency, frequency and money. */
export function useRfm(query: RfmQuery, enabled = true) {
  return useQuery({
    queryKey: rfmQueryKeys.detail("report", "report", query),
    queryFn: ({ signal }) => get<RfmReport>("/rfm", query, signal),
    placeholderData: keepPreviousData,
    enabled,
  })
}

/** How buyers moved between the groups from one day to another. */
export function useRfmMoves(query: {
  from: string
  to: string
  window_days: number
  segment_id?: string
}) {
  return useQuery({
    queryKey: rfmQueryKeys.detail("moves", "moves", query),
    queryFn: async ({ signal }) =>
      (await get<{ moves: RfmMove[] }>("/rfm/moves", query, signal)).moves,
    placeholderData: keepPreviousData,
    enabled: query.from < query.to,
  })
}
