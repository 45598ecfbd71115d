import { useQuery } from "@tanstack/react-query"
import type { Rules } from "../../../rules/ast"
import type { TriggerPreview } from "../../../types/campaign"
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
