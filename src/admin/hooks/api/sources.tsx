import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type { Page } from "../../../types/common"
import type { InboundSource, SourceMapping, SourceRequest, SourceTrial } from "../../../types/event"
import { del, get, post } from "../../lib/client"
import { queryKeys } from "../../lib/query-keys"

const sourcesQueryKeys = queryKeys("sources")
type WithSecret = { source: InboundSource; secret: string }

/** All sources from which events come in. */
export function useSources() {
  return useQuery({
    queryKey: sourcesQueryKeys.list(),
    queryFn: async ({ signal }) =>
      (await get<{ sources: InboundSource[] }>("/sources", undefined, signal)).sources,
    staleTime: 0,
  })
}

/** One source. */
export function useSource(id: string) {
  return useQuery({
    queryKey: sourcesQueryKeys.detail(id),
    queryFn: async ({ signal }) =>
      (await get<{ source: InboundSource }>(`/sources/${id}`, undefined, signal)).source,
    staleTime: 0,
  })
}

/** What a source sent, newest first; asked for again every few seconds. */
export function useSourceRequests(id: string) {
  return useQuery({
    queryKey: sourcesQueryKeys.detail(id, "requests"),
    queryFn: async ({ signal }) =>
      (await get<Page<"requests", SourceRequest>>(`/sources/${id}/requests`, undefined, signal))
        .requests,
    staleTime: 0,
    refetchInterval: 5_000,
  })
}

/** What a mapping makes of a document. */
export function useSourceTrial(id: string, body: string, mapping: SourceMapping) {
  return useQuery({
    queryKey: sourcesQueryKeys.detail(id, "trial", { body, mapping }),
    queryFn: ({ signal }) => post<SourceTrial>(`/sources/${id}/trial`, { body, mapping }, signal),
    placeholderData: keepPreviousData,
    enabled: Boolean(body.trim()),
    retry: false,
    gcTime: 10_000,
  })
}

function useInvalidate() {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: sourcesQueryKeys.all })
}

/** Makes a source; the answer holds its secret. */
export function useCreateSource() {
  const onSuccess = useInvalidate()
  return useMutation({
    mutationFn: (input: { name: string }) => post<WithSecret>("/sources", input),
    onSuccess,
  })
}

/** Changes a source. */
export function useUpdateSource(id: string) {
  const onSuccess = useInvalidate()
  return useMutation({
    mutationFn: (input: Partial<Pick<InboundSource, "name" | "mapping" | "active">>) =>
      post<{ source: InboundSource }>(`/sources/${id}`, input),
    onSuccess,
  })
}

/** Makes a new secret; the old one stops at once. */
export function useNewSecret(id: string) {
  const onSuccess = useInvalidate()
  return useMutation({ mutationFn: () => post<WithSecret>(`/sources/${id}/secret`), onSuccess })
}

/** Deletes a source. Its page is still open, so only the list is asked for again. */
export function useDeleteSource(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => del(`/sources/${id}`),
    onSuccess: () => client.invalidateQueries({ queryKey: sourcesQueryKeys.lists() }),
  })
}

/** Reads a call again with the mapping of now. */
export function useReplay(id: string) {
  const onSuccess = useInvalidate()
  return useMutation({
    mutationFn: (request: string) =>
      post<{ request: SourceRequest }>(`/sources/${id}/requests/${request}/replay`),
    onSuccess,
  })
}
