import { XMarkMini } from "@medusajs/icons"
import { IconButton, Label, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { type BlockOf, LOOP_LISTS, PRODUCT_SOURCES } from "../../../types/document"
import { useMessageProducts, useShopProducts } from "../../hooks/api/content"
import { useDebounced } from "../../hooks/use-debounced"
import { FieldButton } from "../picker/field-button"
import { Picker } from "../picker/picker"
import { useMessageEditor } from "./editor-context"
import { NumberField, SelectField, SwitchField, TextField } from "./fields"
import { useBlockChange } from "./use-block-change"

/** Which product a card shows. */
export function ProductFields({ block }: { block: BlockOf<"product"> }) {
  const { t } = useTranslation("engage")
  const set = useBlockChange(block)
  const titleOf = useTitles(block.product_id ? [block.product_id] : [])
  return (
    <>
      <div className="flex flex-col gap-y-1">
        <Label size="small" weight="plus">
          {t("editor.field.product")}
        </Label>
        <ProductPicker
          current={block.product_id ? titleOf(block.product_id) : null}
          onPick={(product_id) => set({ product_id })}
        />
      </div>
      <CardFields block={block} onChange={set} />
    </>
  )
}

/** Where a grid of products takes them from, and how it looks. */
export function ProductsFields({ block }: { block: BlockOf<"products"> }) {
  const { t } = useTranslation("engage")
  const set = useBlockChange(block)
  const manual = block.source === "manual"
  return (
    <>
      <SelectField
        label={t("editor.field.source")}
        hint={t(`editor.sourceHint.${block.source}`)}
        value={block.source}
        onChange={(source) => set({ source })}
        options={PRODUCT_SOURCES.map((value) => ({ value, label: t(`editor.source.${value}`) }))}
      />
      {manual ? (
        <ChosenProducts block={block} />
      ) : (
        <NumberField
          label={t("editor.field.limit")}
          min={1}
          max={12}
          value={block.limit}
          onChange={(limit) => set({ limit })}
        />
      )}
      <SelectField
        label={t("editor.field.columns")}
        value={String(block.columns)}
        onChange={(columns) => set({ columns: Number(columns) as 1 | 2 | 3 })}
        options={["1", "2", "3"].map((value) => ({ value, label: value }))}
      />
      {!manual && block.source !== "best_sellers" && (
        <SwitchField
          label={t("editor.field.fill")}
          hint={t("editor.field.fillHint")}
          value={block.fill}
          onChange={(fill) => set({ fill })}
        />
      )}
      <CardFields block={block} onChange={set} />
    </>
  )
}

/** What a part of the message is repeated for. */
export function LoopFields({ block }: { block: BlockOf<"loop"> }) {
  const { t } = useTranslation("engage")
  const set = useBlockChange(block)
  return (
    <>
      <SelectField
        label={t("editor.field.list")}
        hint={t("editor.field.listHint")}
        value={block.list}
        onChange={(list) => set({ list })}
        options={LOOP_LISTS.map((value) => ({
          value,
          label: t(`editor.list.${value.replace(".", "_")}`),
        }))}
      />
      <NumberField
        label={t("editor.field.limit")}
        min={1}
        max={50}
        value={block.limit}
        onChange={(limit) => set({ limit })}
      />
    </>
  )
}

type CardValues = { show_price: boolean; button: string }

function CardFields({
  block,
  onChange,
}: {
  block: CardValues
  onChange: (v: Partial<CardValues>) => void
}) {
  const { t } = useTranslation("engage")
  return (
    <>
      <SwitchField
        label={t("editor.field.showPrice")}
        hint={t("editor.field.showPriceHint")}
        value={block.show_price}
        onChange={(show_price) => onChange({ show_price })}
      />
      <TextField
        label={t("editor.field.cardButton")}
        hint={t("editor.field.cardButtonHint")}
        value={block.button}
        onChange={(button) => onChange({ button })}
      />
    </>
  )
}

function ChosenProducts({ block }: { block: BlockOf<"products"> }) {
  const { t } = useTranslation("engage")
  const set = useBlockChange(block)
  const { product_ids: ids } = block
  const titleOf = useTitles(ids)
  return (
    <div className="flex flex-col gap-y-2">
      <Label size="small" weight="plus">
        {t("editor.field.products")}
      </Label>
      {ids.map((id) => (
        <div
          key={id}
          className="bg-ui-bg-subtle flex items-center justify-between rounded-md px-2 py-1"
        >
          <Text size="small" className="truncate">
            {titleOf(id)}
          </Text>
          <IconButton
            size="2xsmall"
            variant="transparent"
            aria-label={t("actions.remove", { name: titleOf(id) })}
            onClick={() => set({ product_ids: ids.filter((other) => other !== id) })}
          >
            <XMarkMini />
          </IconButton>
        </div>
      ))}
      {ids.length < 12 && (
        <ProductPicker
          current={null}
          onPick={(id) => set({ product_ids: [...new Set([...ids, id])] })}
        />
      )}
    </div>
  )
}

function useTitles(ids: string[]): (id: string) => string {
  const { t } = useTranslation("engage")
  const { profileId } = useMessageEditor()
  const { data } = useMessageProducts(ids, profileId)
  return (id) => {
    const offer = data?.[id]
    if (offer && !Array.isArray(offer)) return offer.title
    return data ? t("editor.field.notForSale") : "…"
  }
}

function ProductPicker({
  current,
  onPick,
}: {
  current: string | null
  onPick: (id: string) => void
}) {
  const { t } = useTranslation("engage")
  const [open, setOpen] = useState(false)
  const [text, setText] = useState("")
  const { data = [], isFetching } = useShopProducts(useDebounced(text), open)
  return (
    <Picker
      label={t("editor.field.findProduct")}
      options={data.map(({ id, title }) => ({ value: id, label: title }))}
      onSearch={setText}
      onOpenChange={setOpen}
      loading={isFetching}
      onPick={onPick}
      trigger={
        <FieldButton empty={!current} aria-label={t("editor.field.findProduct")}>
          {current ?? t("editor.field.chooseProduct")}
        </FieldButton>
      }
    />
  )
}
