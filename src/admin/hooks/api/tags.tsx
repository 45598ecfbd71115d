import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type { Page } from "../../../types/common"
import type { Tag, TagsChanged } from "../../../types/tag"
import { get, post } from "../../lib/client"
import { queryKeys } from "../../lib/query-keys"
import { profilesQueryKeys } from "./profiles"

const tagsQueryKeys = queryKeys("tags")

/** Tags that somebody has and whose name contains a text. */
export function useTags(q: string, enabled = true) {
  const query = { q: q || undefined, limit: 50 }
  return useQuery({
    queryKey: tagsQueryKeys.list(query),
    queryFn: async ({ signal }) => (await get<Page<"tags", Tag>>("/tags", query, signal)).tags,
    enabled,
    staleTime: 0,
  })
}

/** Whose tags are to change: some people, or all members of a segment. */
export type TagTarget = { profiles: string[] } | { segment_id: string }

/** Gives people tags and takes others away. */
export function useChangeTags() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: { target: TagTarget; add?: string[]; remove?: string[] }) => {
      const { target, ...tags } = input
      const whose = "profiles" in target ? { list: target.profiles.join("\n") } : target
      return post<TagsChanged>("/tags", { ...tags, ...whose })
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: tagsQueryKeys.all })
      await client.invalidateQueries({ queryKey: profilesQueryKeys.all })
    },
  })
}
