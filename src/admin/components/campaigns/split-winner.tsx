import { Badge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { CampaignStep } from "../../../types/campaign-plan"
import { useFlow } from "./flow-context"

/** Says on a split which way everybody goes, once one has won. */
export function SplitWinner({ id, step }: { id: string; step: CampaignStep }) {
  const { t } = useTranslation("engage")
  const { splitTests } = useFlow()
  const way = step.type === "split" && step.winner ? splitTests[id] : null
  if (!way) return null
  return (
    <Badge size="2xsmall" color="green" className="ml-auto w-fit shrink-0">
      {t("campaigns.split.everybody", { name: way.toUpperCase() })}
    </Badge>
  )
}
