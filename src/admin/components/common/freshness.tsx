import { ArrowPath, CheckCircle } from "@medusajs/icons"
import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Freshness } from "../../../types/overview"
import { useFormat } from "../../hooks/use-format"
import { Time } from "./values"

/** Up to when a page's numbers are complete. */
export function DataAsOf({ at }: { at: string | null | undefined }) {
  const { t } = useTranslation("engage")
  if (!at) return null
  return (
    <Text as="span" size="xsmall" className="text-ui-fg-subtle whitespace-nowrap">
      {t("freshness.asOf")} <Time at={at} />
    </Text>
  )
}

/** Says beside old numbers that the new ones are being counted. */
export function Counting() {
  const { t } = useTranslation("engage")
  return (
    <Text
      as="span"
      size="xsmall"
      className="text-ui-fg-subtle flex items-center gap-x-1.5 whitespace-nowrap"
      role="status"
    >
      <ArrowPath className="animate-spin" aria-hidden />
      {t("freshness.counting")}
    </Text>
  )
}

/** "Data as of", or how far the shop's history has been read in. */
export function FreshnessLine({ freshness }: { freshness: Freshness }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const { backfill } = freshness

  if (!backfill) {
    return (
      <span className="flex items-center gap-x-1.5">
        <CheckCircle className="text-ui-tag-green-icon" aria-hidden />
        <DataAsOf at={freshness.data_as_of} />
      </span>
    )
  }

  const share = backfill.total ? Math.min(1, backfill.done / backfill.total) : 0
  return (
    <div className="flex min-w-[240px] flex-col gap-y-1.5" role="status">
      <Text as="span" size="xsmall" className="text-ui-fg-subtle flex items-center gap-x-1.5">
        <ArrowPath className="animate-spin" aria-hidden />
        {t("freshness.backfill", {
          done: format.number(backfill.done),
          total: format.number(backfill.total),
        })}
      </Text>
      <div className="bg-ui-bg-component h-1 w-full overflow-hidden rounded-full">
        <div
          className="bg-ui-fg-interactive h-full rounded-full"
          style={{ width: `${share * 100}%` }}
        />
      </div>
    </div>
  )
}
