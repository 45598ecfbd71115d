import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type { Campaign } from "../../../types/campaign"
import type { CampaignRecipe } from "../../../types/campaign-preview"
import { get, post } from "../../lib/client"
import { oneAtATime } from "../../lib/one-at-a-time"
import { queryKeys } from "../../lib/query-keys"

const recipesQueryKeys = queryKeys("campaign-recipes")

const counting = oneAtATime()

/** Campaigns to begin with. */
export function useCampaignRecipes() {
  return useQuery({
    queryKey: recipesQueryKeys.list(),
    queryFn: async ({ signal }) =>
      (await get<{ recipes: CampaignRecipe[] }>("/campaigns/recipes", undefined, signal)).recipes,
  })
}

/** How many people a recipe would have reached lately; recipes are counted one after another. */
export function useRecipeReach(key: string) {
  return useQuery({
    queryKey: recipesQueryKeys.detail(key),
    queryFn: ({ signal }) =>
      counting(signal, () =>
        get<{ people: number | null }>(`/campaigns/recipes/${key}/reach`, undefined, signal)
      ),
    select: ({ people }) => people,
  })
}

/** Makes the draft of an offer to a segment. */
export function useCreateOffer() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: { name: string; segment_id: string }) =>
      post<{ campaign: Campaign }>("/campaigns/offers", input),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys("campaigns").lists() }),
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
