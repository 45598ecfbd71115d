import { keepPreviousData, useQuery } from "@tanstack/react-query"
import type { Registry } from "../../../rules/describe"
import { get } from "../../lib/client"
import { queryKeys } from "../../lib/query-keys"

const attributesQueryKeys = queryKeys("attributes")

export type SuggestedValue = { value: string; label: string; count: number }

/** What rules can be written about. It changes only with a new version, so it is read once. */
export function useRegistry() {
  return useQuery({
    queryKey: attributesQueryKeys.list(),
    queryFn: ({ signal }) => get<Registry>("/attributes", undefined, signal),
    staleTime: Infinity,
  })
}

/** Values of an attribute that occur in the shop, the most frequent first. */
export function useAttributeValues(key: string, q: string, enabled = true) {
  return useQuery({
    queryKey: attributesQueryKeys.detail(key, "values", { q }),
    queryFn: async ({ signal }) =>
      (
        await get<{ values: SuggestedValue[] }>(
          `/attributes/${encodeURIComponent(key)}/values`,
          { q, limit: 50 },
          signal
        )
      ).values,
    placeholderData: keepPreviousData,
    enabled,
  })
}
