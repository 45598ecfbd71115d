import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type { MailSender, SenderRule, Senders } from "../../../types/sender"
import { del, get, getFromShop, post } from "../../lib/client"
import { queryKeys } from "../../lib/query-keys"

const senderQueryKeys = queryKeys("senders")

export type SenderInput = Pick<MailSender, "name" | "email" | "reply_to">

/** Whom messages can come from. */
export function useSenders() {
  return useQuery({
    queryKey: senderQueryKeys.list(),
    queryFn: ({ signal }) => get<Senders>("/senders", undefined, signal),
  })
}

/** The shop's sales channels by name. */
export function useSalesChannels() {
  return useQuery({
    queryKey: senderQueryKeys.list({ channels: true }),
    queryFn: async ({ signal }) =>
      (
        await getFromShop<{ sales_channels: { id: string; name: string }[] }>(
          "/sales-channels",
          { limit: 100, fields: "id,name", order: "name" },
          signal
        )
      ).sales_channels,
  })
}

/** Adds a sender, or changes the one with the id. */
export function useSaveSender() {
  return useChange(({ id, ...sender }: SenderInput & { id?: string }) =>
    post<Senders>(id ? `/senders/${id}` : "/senders", sender)
  )
}

/** Takes a sender away. */
export function useDeleteSender() {
  return useChange((id: string) => del(`/senders/${id}`))
}

/** Looks up what the domain of a sender says. */
export function useCheckSender() {
  return useChange((id: string) => post<Senders>(`/senders/${id}/check`))
}

/** Sets who writes to whom. */
export function useSaveSenderRules() {
  return useChange((rules: SenderRule[]) => post<Senders>("/sender-rules", { rules }))
}

function useChange<Input, Answer>(mutationFn: (input: Input) => Promise<Answer>) {
  const client = useQueryClient()
  return useMutation({ mutationFn, onSuccess: () => client.invalidateQueries() })
}
