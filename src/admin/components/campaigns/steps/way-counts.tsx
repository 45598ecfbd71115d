import { Text } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { checkRules } from "../../../../rules/check"
import type { Rules } from "../../../../rules/ast"
import { useRegistry } from "../../../hooks/api/attributes"
import { useWayCounts } from "../../../hooks/api/trigger-preview"
import { useDebounced } from "../../../hooks/use-debounced"
import { useFormat } from "../../../hooks/use-format"
import { useFlow } from "../flow-context"

type WayCountsProps = {
  rules: Rules[]
  /** Names of the ways, and of that for everybody else. */
  names: string[]
  rest: string
}

/** How many people would go each way if they came now. */
export function WayCounts({ rules, names, rest }: WayCountsProps) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const { plan } = useFlow()
  const { data: registry } = useRegistry()
  const asked = useDebounced(rules)
  const complete = useMemo(
    () => registry !== undefined && asked.every((one) => !checkRules(one, registry).length),
    [asked, registry]
  )
  const { data, isError, isFetching } = useWayCounts(plan, asked, complete)
  if (!complete) return null
  const counts = data ? [...data.ways, data.rest] : []
  const total = counts.reduce((sum, people) => sum + people, 0)
  return (
    <div className="bg-ui-bg-subtle rounded-lg px-3 py-2" aria-live="polite" aria-busy={isFetching}>
      <Text size="xsmall" leading="compact" className="text-ui-fg-subtle mb-1">
        {t(`campaignSteps.ways.${data?.segment_id ? "ofSegment" : "ofAll"}`)}
      </Text>
      {isError ? (
        <Text size="small">{t("campaignSteps.ways.tooLong")}</Text>
      ) : (
        <dl className="txt-compact-small grid grid-cols-[1fr_auto_auto] gap-x-3 gap-y-0.5">
          {[...names, rest].map((name, i) => (
            <div key={i} className="contents">
              <dt className="truncate">{name}</dt>
              <dd className="text-right tabular-nums">{data ? format.number(counts[i]) : "…"}</dd>
              <dd className="text-ui-fg-subtle text-right tabular-nums">
                {total > 0 && format.share(counts[i] / total)}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}
