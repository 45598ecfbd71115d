import { Input } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Attribution } from "../../../types/attribution"
import { ChoiceInput, NumberInput } from "../campaigns/inputs/inputs"
import { Field } from "../common/field"

const MODES = ["shop", "days", "range", "none"] as const
type Mode = (typeof MODES)[number]
const FIRST_DAYS = 5
const MOST_DAYS = 90

type WindowFieldsProps = {
  /** The shop's own rule has none above it. */
  ofShop: boolean
  rule: Attribution
  onChange: (rule: Attribution) => void
}

/** When an order counts: some days after sending, between two days, or never. */
export function WindowFields({ ofShop, rule: { days, terms }, onChange }: WindowFieldsProps) {
  const { t } = useTranslation("engage")
  const { range, orders } = terms
  const mode: Mode = days === null ? "shop" : range ? "range" : days ? "days" : "none"
  const choose = (next: Mode) => {
    if (next === "shop") return onChange({ days: null, terms: {} })
    if (next === "range")
      return onChange({ days: days || FIRST_DAYS, terms: { orders, range: { from: "", to: "" } } })
    onChange({ days: next === "none" ? 0 : days || FIRST_DAYS, terms: { orders } })
  }
  return (
    <>
      <ChoiceInput
        label={t("attribution.when")}
        value={mode}
        options={MODES.filter((one) => !ofShop || (one !== "shop" && one !== "range")).map(
          (one) => [one, t(`attribution.mode.${one}`)]
        )}
        onChange={(next) => choose(next as Mode)}
      />
      {mode === "days" && (
        <NumberInput
          label={t("attribution.days")}
          hint={t("attribution.daysHint")}
          min={1}
          max={MOST_DAYS}
          value={days ?? FIRST_DAYS}
          onChange={(value) => onChange({ days: value, terms })}
        />
      )}
      {range && (
        <div className="grid grid-cols-2 gap-4">
          {(["from", "to"] as const).map((end) => (
            <Field key={end} id={`attribution-${end}`} label={t(`attribution.${end}`)}>
              <Input
                id={`attribution-${end}`}
                size="small"
                type="date"
                required
                min={end === "to" ? range.from : undefined}
                value={range[end]}
                onChange={({ target }) =>
                  onChange({ days, terms: { ...terms, range: { ...range, [end]: target.value } } })
                }
              />
            </Field>
          ))}
        </div>
      )}
    </>
  )
}
