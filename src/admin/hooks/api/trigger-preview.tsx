import { useQuery } from "@tanstack/react-query"
import type { Rules } from "../../../rules/ast"
import type { CampaignPlan, Reentry } from "../../../types/campaign-plan"
import type { TriggerPreview, WayCounts } from "../../../types/campaign-preview"
import type { CampaignTrigger } from "../../../types/campaign-trigger"
import { post } from "../../lib/client"
import { queryKeys } from "../../lib/query-keys"

const previewQueryKeys = queryKeys("trigger-preview")

export type PreviewOf = {
  trigger: CampaignTrigger
  entry_rules: Rules | null
  campaign_id: string
  reentry: Reentry
}

/** How often a trigger would have let people in during the last 30 days, and whom the segment of a date would bring. */
export function useTriggerPreview(of: PreviewOf) {
  return useQuery({
    queryKey: previewQueryKeys.list(of),
    queryFn: async () =>
      (await post<{ preview: TriggerPreview }>("/campaigns/trigger-preview", of)).preview,
  })
}

/**
 * How many people would go each way of a step that asks about them, as they are now; what is no longer asked for is no
 * longer counted.
 */
export function useWayCounts(
  { trigger, entry_rules }: Pick<CampaignPlan, "trigger" | "entry_rules">,
  rules: Rules[],
  enabled: boolean
) {
  const asked = { trigger, entry_rules, rules }
  return useQuery({
    queryKey: previewQueryKeys.list({ ways: asked }),
    queryFn: async ({ signal }) =>
      (await post<{ counts: WayCounts }>("/campaigns/way-counts", asked, signal)).counts,
    enabled,
    retry: false,
  })
}
