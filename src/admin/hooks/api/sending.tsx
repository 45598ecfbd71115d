import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type { SendingChannel } from "../../../types/common"
import type { Sending, SendingLimit, SendingPrice, WarmUpPlan } from "../../../types/sending"
import { get, post } from "../../lib/client"
import { queryKeys } from "../../lib/query-keys"

const sendingQueryKeys = queryKeys("sending")
const LOOK_MS = 5_000

/** How the accounts of a channel are, asked for every five seconds. */
export function useSending(channel: SendingChannel) {
  return useQuery({
    queryKey: sendingQueryKeys.detail(channel),
    queryFn: async ({ signal }) =>
      (await get<{ sending: Sending }>("/sending", { channel }, signal)).sending,
    placeholderData: keepPreviousData,
    refetchInterval: LOOK_MS,
  })
}

/** Sets all limits of an account. */
export function useSaveLimits() {
  return useChange<{ account: string; limits: SendingLimit[] }>("/sending/limits")
}

/** Sets all prices of an account. */
export function useSavePrices() {
  return useChange<{ account: string; prices: SendingPrice[] }>("/sending/prices")
}

/** Begins, changes or ends the warm-up of an account. */
export function useSaveWarmUp() {
  return useChange<{ account: string; plan: WarmUpPlan | null }>("/sending/warm-up")
}

function useChange<Body extends object>(path: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Body) => post<{ sending: Sending }>(path, body),
    onSuccess: () => client.invalidateQueries({ queryKey: sendingQueryKeys.all }),
  })
}
