import { useTranslation } from "react-i18next"
import type { CampaignPlan } from "../../../types/campaign-plan"
import { NumberInput, ToggleInput } from "./inputs/inputs"

type HoldoutFieldProps = {
  plan: CampaignPlan
  onChange: (change: Partial<CampaignPlan>, tag?: string) => void
}

const USUAL = 10
const MOST = 50

/** Whether some people are kept out, and how many, so that one sees what the campaign brings. */
export function HoldoutField({ plan: { holdout = 0 }, onChange }: HoldoutFieldProps) {
  const { t } = useTranslation("engage")
  return (
    <>
      <ToggleInput
        label={t("campaigns.entry.holdout")}
        value={holdout > 0}
        onChange={(on) => onChange({ holdout: on ? USUAL : 0 })}
      />
      {holdout > 0 && (
        <NumberInput
          label={t("campaigns.entry.holdoutShare")}
          hint={t("campaigns.entry.holdoutHint")}
          min={1}
          max={MOST}
          value={holdout}
          onChange={(share) => onChange({ holdout: share }, "holdout")}
        />
      )}
    </>
  )
}
