import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type { PreferenceText, Topic } from "../../../types/common"
import { del, get, post } from "../../lib/client"
import { queryKeys } from "../../lib/query-keys"

const topicsQueryKeys = queryKeys("topics")

/** What messages can be about. */
export function useTopics() {
  return useQuery({
    queryKey: topicsQueryKeys.list(),
    queryFn: async ({ signal }) =>
      (await get<{ topics: Topic[] }>("/topics", undefined, signal)).topics,
  })
}

/** Topics that something can be about from now on, and the one that was chosen before. */
export function useOpenTopics(chosen?: string) {
  const { data = [] } = useTopics()
  return data.filter(({ key, archived }) => !archived || key === chosen)
}

/** Adds a topic or changes its words. */
export function useSaveTopic() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (topic: Topic) => post<{ topics: Topic[] }>("/topics", topic),
    onSuccess: () => client.invalidateQueries(),
  })
}

/** Removes a topic; refused when somebody has said something about it. */
export function useDeleteTopic() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (key: string) => del(`/topics/${key}`),
    onSuccess: () => client.invalidateQueries(),
  })
}

/** Words of the preference page. */
export function usePreferenceText() {
  return useQuery({
    queryKey: topicsQueryKeys.detail("text"),
    queryFn: async ({ signal }) =>
      (await get<{ text: PreferenceText }>("/preference-text", undefined, signal)).text,
  })
}

/** Changes them. */
export function useSavePreferenceText() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (text: PreferenceText) => post<{ text: PreferenceText }>("/preference-text", text),
    onSuccess: () => client.invalidateQueries({ queryKey: topicsQueryKeys.all }),
  })
}
