import { useQuery } from "@tanstack/react-query"
import type { Health, OrderAttribution, Overview } from "../../../types/overview"
import { get } from "../../lib/client"
import { queryKeys } from "../../lib/query-keys"

export const overviewQueryKeys = queryKeys("overview")

/** Everything on the overview page. While history is being read in it is asked for again every five seconds. */
export function useOverview() {
  return useQuery({
    queryKey: overviewQueryKeys.detail("overview"),
    queryFn: ({ signal }) => get<Overview>("/overview", undefined, signal),
    staleTime: 5_000,
    refetchInterval: (query) => (query.state.data?.freshness.backfill ? 5_000 : false),
  })
}

/** The currency in which the shop's metrics are kept, once it is known. */
export function useShopCurrency(): string {
  return useOverview().data?.currency ?? "eur"
}

/** State of the engines, sources and providers, asked for every ten seconds. */
export function useHealth() {
  return useQuery({
    queryKey: overviewQueryKeys.detail("health"),
    queryFn: ({ signal }) => get<Health>("/health", undefined, signal),
    refetchInterval: 10_000,
  })
}

/** Which broadcasts led to a Medusa order. */
export function useOrderAttribution(orderId: string) {
  return useQuery({
    queryKey: overviewQueryKeys.detail(orderId, "attribution"),
    queryFn: ({ signal }) =>
      get<OrderAttribution>(`/orders/${orderId}/attribution`, undefined, signal),
  })
}
