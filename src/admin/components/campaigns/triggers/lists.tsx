import { useTranslation } from "react-i18next"
import { PRODUCT_LISTS, type ProductList } from "../../../../types/campaign-trigger"
import { ChoiceInput, TextInput } from "../inputs/inputs"
import { ValuesInput } from "../inputs/values-input"
import type { TriggerForm } from "./trigger-form"

const LIST_NAMES: Record<Exclude<ProductList, "cart">, string> = {
  wishlist: "Wishlist",
  other: "Compare",
}

export const ListAdded: TriggerForm<"list_added"> = ({ trigger, onChange }) => {
  const { t } = useTranslation("engage")
  const { list, name, products } = trigger
  const hint =
    list === "cart"
      ? t("campaignTriggers.list.cartHint")
      : t("campaignTriggers.list.nameHint", {
          name: (list === "other" && name) || LIST_NAMES[list],
        })
  return (
    <>
      <ChoiceInput
        label={t("campaignTriggers.list.label")}
        hint={list === "other" ? undefined : hint}
        value={list}
        options={PRODUCT_LISTS.map((one) => [one, t(`campaignTriggers.list.${one}`)])}
        onChange={(picked) => onChange({ list: picked as ProductList })}
      />
      {list === "other" && (
        <TextInput
          label={t("campaignTriggers.list.name")}
          hint={hint}
          value={name}
          onChange={(typed) => onChange({ name: typed }, "name")}
        />
      )}
      <ValuesInput
        label={t("campaignTriggers.products")}
        hint={t("campaignTriggers.noneAny")}
        attribute="product"
        values={products}
        onChange={(picked) => onChange({ products: picked })}
      />
    </>
  )
}
