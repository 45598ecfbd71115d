import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type { Interest, InterestKind, InterestMap, InterestSettings } from "../../../types/interest"
import { get, post } from "../../lib/client"
import { queryKeys } from "../../lib/query-keys"

const interestsQueryKeys = queryKeys("interests")

type Bands = { currency: string; price_limits: number[] }
type SettingsAnswer = { settings: InterestSettings; currency: string }

/** What one person is interested in. */
export function useInterests(profileId: string) {
  return useQuery({
    queryKey: interestsQueryKeys.detail(profileId),
    queryFn: ({ signal }) =>
      get<{ interests: Interest[] } & Bands>(`/profiles/${profileId}/interests`, undefined, signal),
  })
}

/** The strongest interests of one kind over everybody. */
export function useInterestMap(kind: InterestKind) {
  return useQuery({
    queryKey: interestsQueryKeys.list({ kind }),
    queryFn: ({ signal }) => get<InterestMap & Bands>("/interests", { kind }, signal),
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
}

/** How interests are computed. */
export function useInterestSettings() {
  return useQuery({
    queryKey: interestsQueryKeys.detail("settings"),
    queryFn: ({ signal }) => get<SettingsAnswer>("/interests/settings", undefined, signal),
  })
}

/** Changes how interests are computed. */
export function useSaveInterestSettings() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (settings: InterestSettings) =>
      post<SettingsAnswer>("/interests/settings", settings),
    onSuccess: () => client.invalidateQueries({ queryKey: interestsQueryKeys.all }),
  })
}
