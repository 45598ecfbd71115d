import { useTranslation } from "react-i18next"
import { useShopCurrency } from "../../../hooks/api/overview"
import { ChoiceInput, DelayInput, NumberInput } from "../inputs/inputs"
import { CategoriesInput, SecondsInput } from "./site"
import type { TriggerForm } from "./trigger-form"

export const CartAbandoned: TriggerForm<"cart_abandoned"> = ({ trigger, onChange }) => {
  const { t } = useTranslation("engage")
  const currency = useShopCurrency()
  return (
    <>
      <DelayInput
        label={t("campaignTriggers.quietFor")}
        value={trigger.after}
        onChange={(after) => onChange({ after }, "after")}
      />
      <NumberInput
        label={t("campaignTriggers.minValue", { currency: currency?.toUpperCase() })}
        hint={t("campaignTriggers.cartHint")}
        min={0}
        max={1_000_000}
        value={(trigger.min_value ?? 0) / 100}
        onChange={(value) => onChange({ min_value: value ? value * 100 : null }, "value")}
      />
    </>
  )
}

export const BrowseAbandoned: TriggerForm<"browse_abandoned"> = ({ trigger, onChange }) => {
  const { t } = useTranslation("engage")
  return (
    <>
      <ChoiceInput
        label={t("campaignTriggers.looked.label")}
        value={trigger.what}
        options={(["product", "category", "any"] as const).map((what) => [
          what,
          t(`campaignTriggers.looked.${what}`),
        ])}
        onChange={(what) => onChange({ what: what as typeof trigger.what })}
      />
      <DelayInput
        label={t("campaignTriggers.quietFor")}
        value={trigger.after}
        onChange={(after) => onChange({ after }, "after")}
      />
      <NumberInput
        label={t("campaignTriggers.minViews")}
        min={1}
        max={100}
        value={trigger.min_views}
        onChange={(min_views) => onChange({ min_views }, "views")}
      />
      <SecondsInput
        value={trigger.min_seconds}
        onChange={(min_seconds) => onChange({ min_seconds }, "seconds")}
      />
      {trigger.what !== "product" && (
        <CategoriesInput
          value={trigger.categories ?? []}
          onChange={(categories) =>
            onChange({ categories: categories.length ? categories : undefined })
          }
        />
      )}
    </>
  )
}
