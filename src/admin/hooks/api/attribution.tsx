import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type {
  Attribution,
  AttributionDefault,
  AttributionPreview,
  AttributionTerms,
} from "../../../types/attribution"
import { get, post } from "../../lib/client"
import { queryKeys } from "../../lib/query-keys"

const attributionQueryKeys = queryKeys("attribution")
type Answer = { attribution: AttributionDefault }

/** How orders are credited where nothing else is said. */
export function useAttribution() {
  return useQuery({
    queryKey: attributionQueryKeys.all,
    queryFn: async ({ signal }) =>
      (await get<Answer>("/attribution", undefined, signal)).attribution,
  })
}

/** Changes it; orders are credited anew. */
export function useSaveAttribution() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { days: number; terms: AttributionTerms }) =>
      post<Answer>("/attribution", body),
    onSuccess: () => client.invalidateQueries(),
  })
}

/** What a rule would do to the orders of the last days; asked for only when `enabled`. */
export function useAttributionPreview(id: string | null, rule: Attribution, enabled: boolean) {
  return useQuery({
    queryKey: attributionQueryKeys.detail(id ?? "shop", "preview", rule),
    queryFn: async () =>
      (await post<{ preview: AttributionPreview }>("/attribution/preview", { id, ...rule }))
        .preview,
    placeholderData: keepPreviousData,
    enabled,
  })
}
