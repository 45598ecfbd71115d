import { Input, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { ORDER_STATUSES, type OrderTerms } from "../../../types/attribution"
import { useShopCurrency } from "../../hooks/api/overview"
import { toMajor, toMinor } from "../../lib/format"
import { ToggleInput } from "../campaigns/inputs/inputs"
import { ValuesInput } from "../campaigns/inputs/values-input"
import { Field } from "../common/field"

type OrderTermsFieldsProps = { orders: OrderTerms; onChange: (orders: OrderTerms) => void }

/** Lists of things of the shop, by the attribute of rules that knows their names. */
const LISTS = [
  ["products", "purchase.product"],
  ["categories", "purchase.product.category"],
  ["promotions", "purchase.promotion"],
  ["sales_channels", "purchase.sales_channel"],
] as const

/** Which orders count; what is left empty does not matter. */
export function OrderTermsFields({ orders, onChange }: OrderTermsFieldsProps) {
  const { t } = useTranslation("engage")
  const currency = useShopCurrency()
  const set = (part: Partial<OrderTerms>) => {
    const next = Object.entries({ ...orders, ...part }).filter(
      ([, value]) => value && (!Array.isArray(value) || value.length)
    )
    onChange(Object.fromEntries(next) as OrderTerms)
  }
  const { statuses = [] } = orders
  return (
    <fieldset className="flex flex-col gap-y-4 border-t pt-5">
      <legend className="sr-only">{t("attribution.orders.title")}</legend>
      <div>
        <Text size="small" weight="plus" leading="compact">
          {t("attribution.orders.title")}
        </Text>
        <Text size="small" className="text-ui-fg-subtle">
          {t("attribution.orders.hint")}
        </Text>
      </div>
      <Field
        id="attribution-min"
        label={`${t("attribution.orders.min_total")} (${currency.toUpperCase()})`}
      >
        <Input
          id="attribution-min"
          size="small"
          type="number"
          min={0}
          step="any"
          value={orders.min_total ? toMajor(orders.min_total, currency) : ""}
          onChange={({ target }) =>
            set({ min_total: toMinor(Number(target.value), currency) || undefined })
          }
        />
      </Field>
      <ToggleInput
        label={t("attribution.orders.first")}
        value={Boolean(orders.first)}
        onChange={(on) => set({ first: on || undefined })}
      />
      {LISTS.map(([key, attribute]) => (
        <ValuesInput
          key={key}
          label={t(`attribution.orders.${key}`)}
          attribute={attribute}
          values={orders[key] ?? []}
          onChange={(values) => set({ [key]: values })}
        />
      ))}
      <div
        role="group"
        aria-label={t("attribution.orders.statuses")}
        className="flex flex-col gap-y-2"
      >
        <Text size="small" weight="plus" leading="compact">
          {t("attribution.orders.statuses")}
        </Text>
        {ORDER_STATUSES.map((status) => (
          <ToggleInput
            key={status}
            label={t(`attribution.status.${status}`)}
            value={statuses.includes(status)}
            onChange={(on) =>
              set({
                statuses: on ? [...statuses, status] : statuses.filter((one) => one !== status),
              })
            }
          />
        ))}
      </div>
    </fieldset>
  )
}
