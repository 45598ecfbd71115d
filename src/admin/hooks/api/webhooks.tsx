import { useQuery } from "@tanstack/react-query"
import { get } from "../../lib/client"
import { queryKeys } from "../../lib/query-keys"

const webhooksQueryKeys = queryKeys("webhooks")

/** By what the other side knows that a call of a campaign is the shop's. */
export function useWebhookSecret() {
  return useQuery({
    queryKey: webhooksQueryKeys.detail("secret"),
    queryFn: ({ signal }) =>
      get<{ secret: string }>("/campaigns/webhook-secret", undefined, signal),
    select: ({ secret }) => secret,
  })
}
