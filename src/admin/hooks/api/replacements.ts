import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type { Replacement, ReplaceFind, ReplaceSearch } from "../../../types/replacement"
import { get, post } from "../../lib/client"
import { queryKeys } from "../../lib/query-keys"
import { templatesQueryKeys } from "./templates"

const replacementsQueryKeys = queryKeys("replacements")

/** The last replacements, newest first. */
export function useReplacements() {
  return useQuery({
    queryKey: replacementsQueryKeys.list(),
    queryFn: async ({ signal }) =>
      (await get<{ replacements: Replacement[] }>("/replacements", undefined, signal)).replacements,
  })
}

/** Where a text stands in all templates; asks for nothing shorter than two letters. */
export function useReplaceFinds(search: ReplaceSearch) {
  return useQuery({
    queryKey: replacementsQueryKeys.list({ ...search }),
    queryFn: async ({ signal }) =>
      (await post<{ found: ReplaceFind[] }>("/replacements/preview", search, signal)).found,
    enabled: search.find.length >= 2,
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
}

/** Replaces a text in the chosen templates and saved blocks. */
export function useReplaceEverywhere() {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: (input: ReplaceSearch & { ids: string[] }) =>
      post<{ replacement: Replacement }>("/replacements", input),
    onSuccess: refresh,
  })
}

/** Puts back what stood there before. */
export function useUndoReplacement() {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: (id: string) =>
      post<{ replacement: Replacement; kept: { name: string }[] }>(`/replacements/${id}/undo`, {}),
    onSuccess: refresh,
  })
}

function useRefresh() {
  const client = useQueryClient()
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: replacementsQueryKeys.all }),
      client.invalidateQueries({ queryKey: templatesQueryKeys.all }),
    ])
}
