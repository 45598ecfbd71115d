import { useQuery } from "@tanstack/react-query"
import { getFromShop } from "../../lib/client"
import { queryKeys } from "../../lib/query-keys"

type PublishableKey = { id: string; title: string; token: string }

/** The keys by which a storefront says which sales channels it sells for; they are not secret. */
export function usePublishableKeys(enabled: boolean) {
  return useQuery({
    queryKey: queryKeys("publishable_keys").list(),
    queryFn: async ({ signal }) =>
      (
        await getFromShop<{ api_keys: (PublishableKey & { revoked_at: string | null })[] }>(
          "/api-keys",
          { type: "publishable", limit: 20, fields: "id,title,token,revoked_at" },
          signal
        )
      ).api_keys.filter((key) => !key.revoked_at),
    enabled,
  })
}
