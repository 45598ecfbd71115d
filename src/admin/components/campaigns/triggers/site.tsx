import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useEventNames, useEventSchema } from "../../../hooks/api/events"
import { useDebounced } from "../../../hooks/use-debounced"
import { Field } from "../../common/field"
import { FieldButton } from "../../picker/field-button"
import { Picker } from "../../picker/picker"
import { TextInput } from "../inputs/inputs"
import { WhereInput } from "../inputs/where-input"
import { ValuesInput } from "../inputs/values-input"
import type { TriggerForm } from "./trigger-form"

export const EventNamed: TriggerForm<"event"> = ({ trigger: { name, where = [] }, onChange }) => {
  const { t } = useTranslation("engage")
  const [text, setText] = useState("")
  const { data, isFetching } = useEventNames(useDebounced(text))
  const schema = useEventSchema(name || undefined)
  const known = new Set([
    ...["event.product", "event.device", "event.source"],
    ...where.map(({ attribute }) => attribute),
    ...(schema.data?.properties ?? []).map(({ key }) => `event.p.${key}`),
  ])
  return (
    <>
      <Field label={t("campaigns.entry.event")}>
        <Picker
          label={t("campaigns.entry.event")}
          options={(data ?? []).map((one) => ({ value: one.name, label: one.name }))}
          selected={name ? [name] : undefined}
          onPick={(picked) => onChange({ name: picked, where: undefined })}
          onSearch={setText}
          loading={isFetching}
          trigger={
            <FieldButton
              empty={!name}
              aria-label={t("campaigns.entry.event")}
              className="min-h-8 w-full"
            >
              {name || t("campaigns.entry.chooseEvent")}
            </FieldButton>
          }
        />
      </Field>
      {name && (
        <WhereInput
          collection="events"
          only={(attribute) => known.has(attribute)}
          where={where}
          onChange={(where, tag) => onChange({ where: where.length ? where : undefined }, tag)}
        />
      )}
    </>
  )
}

export const PageViewed: TriggerForm<"page_viewed"> = ({ trigger, onChange }) => {
  const { t } = useTranslation("engage")
  return (
    <TextInput
      label={t("campaignTriggers.page")}
      hint={t("campaignTriggers.pageHint")}
      placeholder="/sale/*"
      value={trigger.path}
      onChange={(path) => onChange({ path }, "path")}
    />
  )
}

export const ProductViewed: TriggerForm<"product_viewed"> = ({ trigger, onChange }) => {
  const { t } = useTranslation("engage")
  return (
    <ValuesInput
      label={t("campaignTriggers.products")}
      hint={t("campaignTriggers.noneAny")}
      attribute="product"
      values={trigger.products}
      onChange={(products) => onChange({ products })}
    />
  )
}

export const CategoryViewed: TriggerForm<"category_viewed"> = ({ trigger, onChange }) => {
  const { t } = useTranslation("engage")
  return (
    <ValuesInput
      label={t("campaignTriggers.categories")}
      hint={t("campaignTriggers.noneAny")}
      attribute="visit.category"
      addable
      values={trigger.categories}
      onChange={(categories) => onChange({ categories })}
    />
  )
}

export const Searched: TriggerForm<"searched"> = ({ trigger, onChange }) => {
  const { t } = useTranslation("engage")
  return (
    <TextInput
      label={t("campaignTriggers.searchText")}
      hint={t("campaignTriggers.emptyAny")}
      value={trigger.text}
      onChange={(text) => onChange({ text }, "text")}
    />
  )
}
