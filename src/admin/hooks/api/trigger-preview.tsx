import { useQuery } from "@tanstack/react-query"
import type { Rules } from "../../../rules/ast"
import type { CampaignPlan, TriggerPreview, WayCounts } from "../../../types/campaign"
import type { CampaignTrigger } from "../../../types/campaign-trigger"
import { post } from "../../lib/client"
import { queryKeys } from "../../lib/query-keys"

const previewQueryKeys = queryKeys("trigger-preview")

/** How often a trigger would have let people in during the last 30 days. */
export function useTriggerPreview(trigger: CampaignTrigger, entry_rules: Rules | null) {
  return useQuery({
    queryKey: previewQueryKeys.list({ trigger, entry_rules }),
    queryFn: async () =>
      (
        await post<{ preview: TriggerPreview }>("/campaigns/trigger-preview", {
          trigger,
          entry_rules,
        })
      ).preview,
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
