import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { CampaignStatus } from "../../../types/campaign"

const TONES = { draft: "grey", live: "green", paused: "orange", archived: "grey" } as const

/** Whether a campaign runs. */
export function CampaignStatusBadge({ status }: { status: CampaignStatus }) {
  const { t } = useTranslation("engage")
  return <StatusBadge color={TONES[status]}>{t(`campaigns.status.${status}`)}</StatusBadge>
}
