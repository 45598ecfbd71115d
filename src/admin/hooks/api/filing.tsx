import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type { FiledKind } from "../../../types/common"
import { get, post } from "../../lib/client"
import { queryKeys } from "../../lib/query-keys"

/** The folders that things of one kind lie in. */
export function useFolders(kind: FiledKind) {
  return useQuery({
    queryKey: queryKeys(kind).list({ folders: true }),
    queryFn: async ({ signal }) =>
      (await get<{ folders: string[] }>(`/folders/${kind}`, undefined, signal)).folders,
  })
}

/** Puts things into a folder; the empty one takes them out of theirs. */
export function useMoveToFolder(kind: FiledKind) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: { ids: string[]; folder: string }) =>
      post<{ moved: number }>(`/folders/${kind}`, input),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys(kind).all }),
  })
}

/** The tags that things of one kind have. */
export function useThingTags(kind: FiledKind) {
  return useQuery({
    queryKey: queryKeys(kind).list({ tags: true }),
    queryFn: async ({ signal }) =>
      (await get<{ tags: string[] }>(`/tags/${kind}`, undefined, signal)).tags,
  })
}

/** Gives things tags and takes others away. */
export function useTagThings(kind: FiledKind) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: { ids: string[]; add: string[]; remove: string[] }) =>
      post<{ changed: number }>(`/tags/${kind}`, input),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys(kind).all }),
  })
}

/** Archives things one after the other, or brings them back, and tells how many could not be and why. */
export function useArchive(kind: FiledKind) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async ({ ids, archived }: { ids: string[]; archived: boolean }) => {
      const failures: string[] = []
      for (const id of ids) {
        const done =
          kind === "campaigns"
            ? post(`/campaigns/${id}/archive`)
            : post(`/${kind}/${id}`, { archived })
        await done.catch((error: Error) => failures.push(error.message))
      }
      return { done: ids.length - failures.length, failures }
    },
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys(kind).all }),
  })
}

/** Makes a copy in the same folder. @returns its id */
export function useDuplicate(kind: Exclude<FiledKind, "audiences">) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (id: string) => {
      const answer = await post<Record<string, { id: string }>>(`/${kind}/${id}/duplicate`)
      return Object.values(answer)[0].id
    },
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys(kind).all }),
  })
}
