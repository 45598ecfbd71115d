import { keepPreviousData, useQuery } from "@tanstack/react-query"
import type { OutboxItem, StoredMessage } from "../../../types/message"
import type { DeliveryStory } from "../../../types/message-why"
import type { Page } from "../../../types/common"
import { get } from "../../lib/client"
import { queryKeys } from "../../lib/query-keys"

const messagesQueryKeys = queryKeys("messages")

/** Messages the sandbox has captured instead of sending, newest first. */
export function useOutbox(query: { limit: number; cursor?: string }) {
  return useQuery({
    queryKey: messagesQueryKeys.list(query),
    queryFn: ({ signal }) => get<Page<"messages", OutboxItem>>("/messages", query, signal),
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
}

/** One message as it was sent. */
export function useMessage(id: string | undefined) {
  return useQuery({
    queryKey: messagesQueryKeys.detail(id ?? ""),
    queryFn: async ({ signal }) =>
      (await get<{ message: StoredMessage }>(`/messages/${id}`, undefined, signal)).message,
    enabled: Boolean(id),
    staleTime: 0,
  })
}

/** Why a message arrived or did not. */
export function useMessageWhy(id: string) {
  return useQuery({
    queryKey: messagesQueryKeys.detail(id, "why"),
    queryFn: async ({ signal }) =>
      (await get<{ why: DeliveryStory }>(`/messages/${id}/why`, undefined, signal)).why,
    staleTime: 0,
  })
}
