import { CheckCircleSolid, XCircleSolid } from "@medusajs/icons"
import { Tooltip, clx } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../hooks/use-format"
import { type RulePath, pathText } from "../../lib/rules"
import { useRules } from "./rule-context"

/** How many people a part of the rule finds by itself, and whether it holds for the person being tried. */
export function PartCount({ path }: { path: RulePath }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const { counts, emptiedBy, reasons } = useRules()
  const at = pathText(path)
  const count = counts.get(at)
  const reason = reasons.get(at)
  const empties = emptiedBy.has(at)

  return (
    <span className="flex shrink-0 items-center gap-x-2 self-center">
      {reason && (
        <span
          className={clx(
            "txt-compact-xsmall flex items-center gap-x-1",
            reason.holds ? "text-ui-tag-green-text" : "text-ui-tag-red-text"
          )}
        >
          {reason.holds ? <CheckCircleSolid /> : <XCircleSolid />}
          {t(reason.holds ? "segments.why.holds" : "segments.why.fails")}
          {reason.has_value &&
            ` (${reason.value === null ? t("segments.why.unknown") : reason.value})`}
        </span>
      )}
      {count && (
        <Tooltip
          content={
            count.left === null
              ? t("segments.counts.alone", { count: count.alone })
              : t("segments.counts.both", {
                  alone: format.number(count.alone),
                  left: format.number(count.left),
                })
          }
        >
          <span
            className={clx(
              "txt-compact-xsmall tabular-nums",
              empties ? "text-ui-fg-error" : "text-ui-fg-subtle"
            )}
          >
            {empties ? t("segments.counts.empties") : format.number(count.alone)}
          </span>
        </Tooltip>
      )}
    </span>
  )
}
