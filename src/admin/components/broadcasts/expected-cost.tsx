import { useTranslation } from "react-i18next"
import type { CostForecast } from "../../../types/cost"
import { useFormat } from "../../hooks/use-format"

/** What a broadcast will cost. */
export function ExpectedCost({ cost, currency }: { cost: CostForecast; currency: string }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const { amount, at_most, parts, incomplete } = cost
  const notes = [
    at_most > amount && t("cost.forecast.atMost", { amount: format.money(at_most, currency) }),
    parts !== null && parts > 1 && t("cost.forecast.parts", { parts: format.decimal(parts) }),
    incomplete && t("cost.forecast.incomplete"),
  ].filter(Boolean)
  return (
    <dl className="txt-compact-small flex justify-between gap-x-4 px-6 py-4">
      <dt className="text-ui-fg-subtle">{t("cost.forecast.title")}</dt>
      <dd className="text-right">
        <span className="text-ui-fg-base tabular-nums" data-testid="expected-cost">
          {format.money(amount, currency)}
        </span>
        {notes.length > 0 && <span className="text-ui-fg-subtle block">{notes.join(", ")}</span>}
      </dd>
    </dl>
  )
}
