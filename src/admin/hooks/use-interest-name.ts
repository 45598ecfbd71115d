import { useTranslation } from "react-i18next"
import { priceBand } from "../lib/interests"
import { useFormat } from "./use-format"

type Named = { kind: string; ref: string; label: string }
type Bands = { currency: string; price_limits: number[] }

/** What an interest is called: a price band by its prices, anything else by its own name. */
export function useInterestName(bands: Bands | undefined): (interest: Named) => string {
  const { t } = useTranslation("engage")
  const format = useFormat()
  return ({ kind, ref, label }) =>
    kind === "price_band" && bands
      ? priceBand(ref, bands.price_limits, bands.currency, format, {
          below: (price) => t("interests.band.below", { price }),
          from: (price) => t("interests.band.from", { price }),
        })
      : label
}
