import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type { Iso, Page } from "../../../types/common"
import type { Duplicate, Merge, MergeRules } from "../../../types/identity"
import { get, post } from "../../lib/client"
import { queryKeys } from "../../lib/query-keys"

const duplicatesQueryKeys = queryKeys("duplicates")
const mergesQueryKeys = queryKeys("merges")

type DuplicatesPage = Page<"duplicates", Duplicate> & { open: number; searched_at: Iso | null }
type Query = { limit: number; cursor?: string }

/** A page of pairs that may be one person. */
export function useDuplicates(query: Query) {
  return useQuery({
    queryKey: duplicatesQueryKeys.list(query),
    queryFn: ({ signal }) => get<DuplicatesPage>("/duplicates", query, signal),
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
}

/** What is done about each sign. */
export function useMergeRules() {
  return useQuery({
    queryKey: duplicatesQueryKeys.detail("rules"),
    queryFn: async ({ signal }) =>
      (await get<{ rules: MergeRules }>("/duplicates/rules", undefined, signal)).rules,
  })
}

/** A page of merges, newest first. */
export function useMerges(query: Query) {
  return useQuery({
    queryKey: mergesQueryKeys.list(query),
    queryFn: ({ signal }) => get<Page<"merges", Merge>>("/merges", query, signal),
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
}

function useIdentityAction<Input, Answer>(send: (input: Input) => Promise<Answer>) {
  const client = useQueryClient()
  return useMutation({ mutationFn: send, onSuccess: () => client.invalidateQueries() })
}

/** Makes one profile of two. */
export const useMerge = () =>
  useIdentityAction((pair: { kept: string; gone: string }) =>
    post<{ merge_id: string }>("/merges", pair)
  )

/** Makes two profiles again. */
export const useUndoMerge = () =>
  useIdentityAction((id: string) => post<{ kept: string; gone: string }>(`/merges/${id}/undo`))

/** Notes that two profiles are two people. */
export const useDismissDuplicate = () =>
  useIdentityAction((profiles: [string, string]) =>
    post<object>("/duplicates/dismiss", { profiles })
  )

/** Looks everybody through. */
export const useSearchDuplicates = () =>
  useIdentityAction((_: void) => post<{ open: number; merged: number }>("/duplicates/search"))

/** Changes what is done about signs. */
export const useSaveMergeRules = () =>
  useIdentityAction((rules: Partial<MergeRules>) =>
    post<{ rules: MergeRules }>("/duplicates/rules", rules)
  )
