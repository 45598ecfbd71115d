import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type { Channel, Page, SendingChannel } from "../../../types/common"
import type { Deliverability, Suppression } from "../../../types/deliverability"
import { get, post } from "../../lib/client"
import { keepRows } from "../../lib/keep-rows"
import { queryKeys } from "../../lib/query-keys"

const deliverabilityQueryKeys = queryKeys("deliverability")

/** How messages of a channel arrived over the last days. */
export function useDeliverability(days: number, channel: SendingChannel) {
  return useQuery({
    queryKey: deliverabilityQueryKeys.detail(`${channel} ${days}`),
    queryFn: async ({ signal }) =>
      (await get<{ deliverability: Deliverability }>("/deliverability", { days, channel }, signal))
        .deliverability,
    placeholderData: keepPreviousData,
  })
}

export type SuppressionsQuery = { q?: string; reason?: string; limit?: number; cursor?: string }

/** A page of addresses that get nothing. */
export function useSuppressions(query: SuppressionsQuery) {
  return useQuery({
    queryKey: deliverabilityQueryKeys.list(query),
    queryFn: ({ signal }) => get<Page<"suppressions", Suppression>>("/suppressions", query, signal),
    placeholderData: keepRows,
    staleTime: 0,
  })
}

/** Has an address get nothing. */
export function useAddSuppression() {
  return useChange<{ channel: Channel; address: string; note: string | null }>("/suppressions")
}

/** Lets an address have messages again. */
export function useReleaseSuppression() {
  return useChange<{ channel: Channel; address: string }>("/suppressions/release")
}

/** Says whether a domain's addresses that came back all at once are dead. */
export function useEndStorm() {
  return useChange<{ domain: string; dead: boolean }, { addresses: number }>("/suppressions/storms")
}

function useChange<Body extends object, Answer = { address: string }>(path: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Body) => post<Answer>(path, body),
    onSuccess: () => client.invalidateQueries({ queryKey: deliverabilityQueryKeys.all }),
  })
}
