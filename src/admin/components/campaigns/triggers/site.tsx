import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useEventNames, useEventSchema } from "../../../hooks/api/events"
import { useDebounced } from "../../../hooks/use-debounced"
import { Field } from "../../common/field"
import { FieldButton } from "../../picker/field-button"
import { Picker } from "../../picker/picker"
import { NumberInput, TextInput } from "../inputs/inputs"
import { WhereInput } from "../inputs/where-input"
import { ValuesInput } from "../inputs/values-input"
import type { TriggerForm } from "./trigger-form"

type EventInputProps = { name: string; onPick: (name: string) => void }

/** An event that the shop has heard of. */
export function EventInput({ name, onPick }: EventInputProps) {
  const { t } = useTranslation("engage")
  const [text, setText] = useState("")
  const { data, isFetching } = useEventNames(useDebounced(text))
  return (
    <Field label={t("campaigns.entry.event")}>
      <Picker
        label={t("campaigns.entry.event")}
        options={(data ?? []).map((one) => ({ value: one.name, label: one.name }))}
        selected={name ? [name] : undefined}
        onPick={onPick}
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
  )
}

export const EventNamed: TriggerForm<"event"> = ({ trigger: { name, where = [] }, onChange }) => {
  const schema = useEventSchema(name || undefined)
  const known = new Set([
    ...["event.product", "event.device", "event.source"],
    ...where.map(({ attribute }) => attribute),
    ...(schema.data?.properties ?? []).map(({ key }) => `event.p.${key}`),
  ])
  return (
    <>
      <EventInput name={name} onPick={(picked) => onChange({ name: picked, where: undefined })} />
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

type SecondsInputProps = {
  value: number | undefined
  onChange: (seconds: number | undefined) => void
}

/** For how many seconds they have to look; 0 is any. */
export function SecondsInput({ value, onChange }: SecondsInputProps) {
  const { t } = useTranslation("engage")
  return (
    <NumberInput
      label={t("campaignTriggers.minSeconds")}
      hint={t("campaignTriggers.minSecondsHint")}
      min={0}
      max={3_600}
      value={value ?? 0}
      onChange={(seconds) => onChange(seconds || undefined)}
    />
  )
}

export const ProductViewed: TriggerForm<"product_viewed"> = ({ trigger, onChange }) => {
  const { t } = useTranslation("engage")
  return (
    <>
      <ValuesInput
        label={t("campaignTriggers.products")}
        hint={t("campaignTriggers.noneAny")}
        attribute="product"
        values={trigger.products}
        onChange={(products) => onChange({ products })}
      />
      <SecondsInput
        value={trigger.min_seconds}
        onChange={(min_seconds) => onChange({ min_seconds }, "seconds")}
      />
    </>
  )
}

type CategoriesInputProps = { value: string[]; onChange: (categories: string[]) => void }

/** Categories as the storefront names them, with those below. */
export function CategoriesInput({ value, onChange }: CategoriesInputProps) {
  const { t } = useTranslation("engage")
  return (
    <ValuesInput
      label={t("campaignTriggers.categories")}
      hint={`${t("campaignTriggers.noneAny")} ${t("campaignTriggers.below")}`}
      attribute="visit.category"
      addable
      values={value}
      onChange={onChange}
    />
  )
}

export const CategoryViewed: TriggerForm<"category_viewed"> = ({ trigger, onChange }) => (
  <CategoriesInput value={trigger.categories} onChange={(categories) => onChange({ categories })} />
)

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
