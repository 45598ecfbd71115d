import { ArrowDownRightMini, ArrowUpRightMini, MinusMini } from "@medusajs/icons"
import { Tooltip, clx } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { InterestTrend } from "../../../types/interest"

const ICONS = { rising: ArrowUpRightMini, steady: MinusMini, falling: ArrowDownRightMini }
const TONES = {
  rising: "text-ui-tag-green-icon",
  steady: "text-ui-fg-muted",
  falling: "text-ui-tag-orange-icon",
}

/** Whether an interest grows, in an arrow that says so in words too. */
export function TrendArrow({ trend }: { trend: InterestTrend }) {
  const { t } = useTranslation("engage")
  const Icon = ICONS[trend]
  return (
    <Tooltip content={t(`interests.trend.${trend}`)}>
      <span className={clx("inline-flex", TONES[trend])}>
        <Icon aria-hidden />
        <span className="sr-only">{t(`interests.trendShort.${trend}`)}</span>
      </span>
    </Tooltip>
  )
}
