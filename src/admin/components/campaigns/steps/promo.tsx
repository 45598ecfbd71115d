import { useStore } from "@medusajs/dashboard/hooks"
import { useTranslation } from "react-i18next"
import { DISCOUNTS, type PromoStep } from "../../../../types/campaign-errand"
import { useFormat } from "../../../hooks/use-format"
import { currencyDigits, toMajor, toMinor } from "../../../lib/format"
import { AmountInput, ChoiceInput, NumberInput, TextInput, ToggleInput } from "../inputs/inputs"
import type { StepFieldsProps, StepForm, StepOf } from "./step-form"

const MOST_DAYS = 3_650
const MOST_USES = 100_000_000

/** What each kind of discount begins with: 10 percent, or 5 of the shop's currency. */
const FIRST_VALUE = { percent: 10, amount: 5, shipping: 0 }

function Fields({ step, onChange }: StepFieldsProps<"promo">) {
  const { t } = useTranslation("engage")
  const set = (part: Partial<PromoStep>, tag?: string) => onChange({ ...step, ...part }, tag)
  return (
    <>
      <DiscountFields step={step} onChange={onChange} />
      <TextInput
        label={t("campaignSteps.promo.pattern")}
        hint={t("campaignSteps.promo.patternHint")}
        value={step.pattern}
        onChange={(pattern) => set({ pattern: pattern.toUpperCase() }, "pattern")}
      />
      <NumberInput
        label={t("campaignSteps.promo.days")}
        hint={t("campaignSteps.promo.daysHint")}
        min={0}
        max={MOST_DAYS}
        value={step.days ?? 0}
        onChange={(days) => set({ days: days || null }, "days")}
      />
      <NumberInput
        label={t("campaignSteps.promo.maxUses")}
        hint={t("campaignSteps.limit.none")}
        min={0}
        max={MOST_USES}
        value={step.max_uses ?? 0}
        onChange={(uses) => set({ max_uses: uses || null }, "uses")}
      />
      <ToggleInput
        label={t("campaignSteps.promo.onExit")}
        value={step.revoke_on_exit}
        onChange={(revoke_on_exit) => set({ revoke_on_exit })}
      />
      <ToggleInput
        label={t("campaignSteps.promo.onRefund")}
        value={step.revoke_on_refund}
        onChange={(revoke_on_refund) => set({ revoke_on_refund })}
      />
      <p className="txt-small text-ui-fg-subtle">
        {t("campaignSteps.promo.say")}{" "}
        <code className="whitespace-nowrap">{"{{ promo_code }}"}</code>
      </p>
    </>
  )
}

function DiscountFields({ step, onChange }: StepFieldsProps<"promo">) {
  const { t } = useTranslation("engage")
  const { store } = useStore()
  const currencies = (store?.supported_currencies ?? []).map((one) => one.currency_code)
  const usual = store?.supported_currencies?.find((one) => one.is_default)?.currency_code
  const choose = (discount: PromoStep["discount"]) => {
    const currency = usual ?? step.currency
    const first = FIRST_VALUE[discount]
    const value = discount === "amount" ? toMinor(first, currency) : first
    onChange({ ...step, discount, value, currency })
  }
  return (
    <>
      <ChoiceInput
        label={t("campaignSteps.promo.discount")}
        value={step.discount}
        options={DISCOUNTS.map((one) => [one, t(`campaignSteps.promo.kind.${one}`)])}
        onChange={(discount) => choose(discount as PromoStep["discount"])}
      />
      {step.discount === "percent" && (
        <NumberInput
          label={t("campaignSteps.promo.percent")}
          min={1}
          max={100}
          value={step.value}
          onChange={(value) => onChange({ ...step, value }, "value")}
        />
      )}
      {step.discount === "amount" && (
        <div className="grid grid-cols-2 items-end gap-x-2">
          <AmountInput
            label={t("campaignSteps.promo.amount")}
            digits={currencyDigits(step.currency)}
            value={toMajor(step.value, step.currency)}
            onChange={(amount) =>
              onChange({ ...step, value: toMinor(amount, step.currency) }, "value")
            }
          />
          <ChoiceInput
            label={t("campaignSteps.promo.currency")}
            value={step.currency}
            options={[...new Set([step.currency, ...currencies])].map((code) => [
              code,
              code.toUpperCase(),
            ])}
            onChange={(currency) => onChange({ ...step, currency })}
          />
        </div>
      )}
    </>
  )
}

function Summary({ step }: { step: StepOf<"promo"> }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const { discount, value, currency, days } = step
  const off =
    discount === "shipping"
      ? t("campaignSteps.promo.kind.shipping")
      : t("campaignSteps.promo.off", {
          value: discount === "percent" ? `${value} %` : format.money(value, currency),
        })
  return days === null
    ? off
    : [off, t("campaignSteps.promo.for", { time: t("campaigns.unit.days", { count: days }) })].join(
        ", "
      )
}

/** Giving everybody a promo code of their own. */
export const promo: StepForm<"promo"> = { Fields, Summary }
