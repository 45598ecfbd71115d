import { useTranslation } from "react-i18next"
import type { Attribution, AttributionTerms } from "../../../types/attribution"
import { useAttribution } from "../../hooks/api/attribution"
import { useShopCurrency } from "../../hooks/api/overview"
import { useFormat } from "../../hooks/use-format"

/** Says a rule of attribution in words. */
export function useAttributionWords(): (rule: Attribution) => string {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const currency = useShopCurrency()
  const { data: shop } = useAttribution()

  const when = (days: number, { range }: AttributionTerms) => {
    if (range)
      return t("attribution.words.range", {
        from: format.day(range.from),
        to: format.day(range.to),
      })
    return days ? t("attribution.words.days", { count: days }) : t("attribution.words.none")
  }
  const which = ({ orders = {} }: AttributionTerms) =>
    [
      orders.min_total &&
        t("attribution.words.min_total", { amount: format.money(orders.min_total, currency) }),
      orders.first && t("attribution.words.first"),
      ...(["products", "categories", "promotions", "sales_channels", "statuses"] as const).map(
        (key) => orders[key] && t(`attribution.words.${key}`, { count: orders[key].length })
      ),
    ].filter(Boolean)
  const words = (days: number, terms: AttributionTerms) =>
    days || terms.range ? [when(days, terms), ...which(terms)].join(", ") : when(0, {})

  return ({ days, terms }) => {
    if (days !== null) return words(days, terms)
    return shop ? t("attribution.words.shop", { rule: words(shop.days, shop.terms) }) : "–"
  }
}
