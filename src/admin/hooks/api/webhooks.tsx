import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type { Page } from "../../../types/common"
import type { WebhookStep, WebhookTrial } from "../../../types/campaign-errand"
import type {
  Webhook,
  WebhookDelivery,
  WebhookDeliveryDetail,
  WebhookEventType,
} from "../../../types/webhook"
import { del, get, post } from "../../lib/client"
import { keepRows } from "../../lib/keep-rows"
import { queryKeys } from "../../lib/query-keys"

const webhooksQueryKeys = queryKeys("webhooks")
const REFRESH_MS = 5_000

export type WebhookInput = Pick<Webhook, "url" | "description" | "types">
type WithSecret = { webhook: Webhook; secret: string }

/** By what the other side knows that a call of a campaign is the shop's. */
export function useWebhookSecret() {
  return useQuery({
    queryKey: webhooksQueryKeys.detail("secret"),
    queryFn: ({ signal }) =>
      get<{ secret: string }>("/campaigns/webhook-secret", undefined, signal),
    select: ({ secret }) => secret,
  })
}

type Trial = { campaign_id: string; step: string; profile_id: string } & Pick<
  WebhookStep,
  "url" | "answers"
>

/** Calls another system once as a step of a campaign would. */
export function useWebhookTrial() {
  return useMutation({
    mutationFn: async (input: Trial) =>
      (await post<{ trial: WebhookTrial }>("/campaigns/webhook-trial", input)).trial,
  })
}

/** Whether the staff can be told by e-mail; `undefined` until it is known. */
export function useStaffEmail() {
  return useQuery({
    queryKey: webhooksQueryKeys.detail("staff-email"),
    queryFn: ({ signal }) =>
      get<{ available: boolean }>("/campaigns/staff-email", undefined, signal),
    select: ({ available }) => available,
  })
}

/** All addresses that are told of what happens. */
export function useWebhooks() {
  return useQuery({
    queryKey: webhooksQueryKeys.list(),
    queryFn: async ({ signal }) =>
      (await get<{ webhooks: Webhook[] }>("/webhooks", undefined, signal)).webhooks,
    staleTime: 0,
  })
}

/** One webhook; asked for again every few seconds. */
export function useWebhook(id: string) {
  return useQuery({
    queryKey: webhooksQueryKeys.detail(id),
    queryFn: async ({ signal }) =>
      (await get<{ webhook: Webhook }>(`/webhooks/${id}`, undefined, signal)).webhook,
    staleTime: 0,
    refetchInterval: REFRESH_MS,
  })
}

/** Events that a webhook can be told of. */
export function useWebhookEventTypes() {
  return useQuery({
    queryKey: webhooksQueryKeys.list({ of: "types" }),
    queryFn: async ({ signal }) =>
      (await get<{ types: WebhookEventType[] }>("/webhook-event-types", undefined, signal)).types,
    staleTime: Infinity,
  })
}

type DeliveriesQuery = { state?: string; limit: number; cursor?: string }

/** What was sent to a webhook, newest first; asked for again every few seconds. */
export function useWebhookDeliveries(id: string, query: DeliveriesQuery) {
  return useQuery({
    queryKey: webhooksQueryKeys.detail(id, "deliveries", query),
    queryFn: ({ signal }) =>
      get<Page<"deliveries", WebhookDelivery>>(`/webhooks/${id}/deliveries`, query, signal),
    placeholderData: keepRows,
    staleTime: 0,
    refetchInterval: REFRESH_MS,
  })
}

/** One delivery with what is sent and each try. */
export function useWebhookDelivery(id: string, delivery: string) {
  return useQuery({
    queryKey: webhooksQueryKeys.detail(id, "delivery", { delivery }),
    queryFn: async ({ signal }) =>
      (
        await get<{ delivery: WebhookDeliveryDetail }>(
          `/webhooks/${id}/deliveries/${delivery}`,
          undefined,
          signal
        )
      ).delivery,
    staleTime: 0,
    refetchInterval: REFRESH_MS,
  })
}

function useChange<Input, Answer>(mutationFn: (input: Input) => Promise<Answer>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn,
    onSettled: () => client.invalidateQueries({ queryKey: webhooksQueryKeys.all }),
  })
}

/** Adds a webhook; the answer holds its secret. */
export const useCreateWebhook = () =>
  useChange((input: WebhookInput) => post<WithSecret>("/webhooks", input))

/** Changes a webhook, pauses it or lets it go on. */
export const useUpdateWebhook = (id: string) =>
  useChange((input: Partial<WebhookInput> & { status?: "active" | "paused" }) =>
    post<{ webhook: Webhook }>(`/webhooks/${id}`, input)
  )

/** Makes a new secret; the old one signs as well for a day. */
export const useNewWebhookSecret = (id: string) =>
  useChange((_: void) => post<WithSecret>(`/webhooks/${id}/secret`))

/** Sends a test and tells what came of it. */
export const useTestWebhook = (id: string) =>
  useChange((_: void) => post<{ delivery: WebhookDeliveryDetail }>(`/webhooks/${id}/trial`))

/** Has one delivery sent again. */
export const useReplayDelivery = (id: string) =>
  useChange((delivery: string) =>
    post<{ delivery: WebhookDeliveryDetail }>(`/webhooks/${id}/deliveries/${delivery}/replay`)
  )

/** Has everything sent again that was given up since some time. */
export const useReplayFailed = (id: string) =>
  useChange((since: Date) =>
    post<{ deliveries: number }>(`/webhooks/${id}/replay`, { since: since.toISOString() })
  )

/** Deletes a webhook. Its page is still open, so only the list is asked for again. */
export function useDeleteWebhook(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => del(`/webhooks/${id}`),
    onSuccess: () => client.invalidateQueries({ queryKey: webhooksQueryKeys.lists() }),
  })
}
