import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type { Campaign, CampaignRecipe } from "../../../types/campaign"
import { get, post } from "../../lib/client"
import { queryKeys } from "../../lib/query-keys"

const recipesQueryKeys = queryKeys("campaign-recipes")

/** Campaigns to begin with, and whom each would have reached lately. */
export function useCampaignRecipes() {
  return useQuery({
    queryKey: recipesQueryKeys.list(),
    queryFn: async ({ signal }) =>
      (await get<{ recipes: CampaignRecipe[] }>("/campaigns/recipes", undefined, signal)).recipes,
  })
}

/** Makes a draft of a recipe. */
export function useInstallRecipe() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (key: string) => post<{ campaign: Campaign }>(`/campaigns/recipes/${key}/install`),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys("campaigns").lists() }),
  })
}
