import { Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Block, BlockOf } from "../../../types/document"
import { findBlock } from "../../lib/message-blocks"
import { ColumnsFields } from "./columns-fields"
import { ConditionFields } from "./condition-fields"
import { useMessageEditor } from "./editor-context"
import {
  AlignField,
  AreaField,
  ColorField,
  NumberField,
  SelectField,
  SwitchField,
  TextField,
  VariableField,
} from "./fields"
import { ImageFields } from "./image-fields"
import { LoopFields, ProductFields, ProductsFields } from "./product-fields"
import { SocialFields } from "./social-fields"
import { useBlockChange } from "./use-block-change"

/** What can be changed of the chosen block. */
export function BlockProperties() {
  const { t } = useTranslation("engage")
  const { document, selected } = useMessageEditor()
  const block = findBlock(document.blocks, selected)
  if (!block) return null
  return (
    <div className="flex flex-col gap-y-4">
      <Heading level="h2">{t(`editor.block.${block.type}`)}</Heading>
      <Fields block={block} />
      <Frame block={block} />
    </div>
  )
}

function Fields({ block }: { block: Block }) {
  switch (block.type) {
    case "text":
    case "heading":
      return <WordsFields block={block} />
    case "image":
      return <ImageFields block={block} />
    case "button":
      return <ButtonFields block={block} />
    case "columns":
      return <ColumnsFields block={block} />
    case "spacer":
      return <SpacerFields block={block} />
    case "social":
      return <SocialFields block={block} />
    case "html":
      return <HtmlFields block={block} />
    case "product":
      return <ProductFields block={block} />
    case "products":
      return <ProductsFields block={block} />
    case "coupon":
      return <CouponFields block={block} />
    case "condition":
      return <ConditionFields block={block} />
    case "loop":
      return <LoopFields block={block} />
    case "footer":
      return <FooterFields block={block} />
    case "divider":
      return null
  }
}

function Frame({ block }: { block: Block }) {
  const { t } = useTranslation("engage")
  const set = useBlockChange(block)
  if (block.type === "condition" || block.type === "loop" || block.type === "html") return null
  return (
    <div className="flex flex-col gap-y-4 border-t pt-4">
      <ColorField
        label={t("editor.field.background")}
        value={block.background}
        none={t("editor.field.noColor")}
        onChange={(background) => set({ background })}
      />
      <NumberField
        label={t("editor.field.padding")}
        min={0}
        max={120}
        value={block.padding}
        onChange={(padding) => set({ padding })}
      />
    </div>
  )
}

function WordsFields({ block }: { block: BlockOf<"text"> | BlockOf<"heading"> }) {
  const { t } = useTranslation("engage")
  const set = useBlockChange<Block>(block)
  return (
    <>
      <Text size="small" className="text-ui-fg-subtle">
        {t("editor.field.writeInPlace")}
      </Text>
      {block.type === "heading" ? (
        <SelectField
          label={t("editor.field.level")}
          value={String(block.level)}
          onChange={(level) => set({ level: Number(level) as 1 | 2 | 3 })}
          options={["1", "2", "3"].map((value) => ({ value, label: t(`editor.level.${value}`) }))}
        />
      ) : (
        <NumberField
          label={t("editor.field.size")}
          min={10}
          max={32}
          value={block.size}
          onChange={(size) => set({ size })}
        />
      )}
      <AlignField value={block.align} onChange={(align) => set({ align })} />
      <ColorField
        label={t("editor.field.color")}
        value={block.color}
        none={t("editor.field.messageColor")}
        onChange={(color) => set({ color })}
      />
    </>
  )
}

function ButtonFields({ block }: { block: BlockOf<"button"> }) {
  const { t } = useTranslation("engage")
  const set = useBlockChange(block)
  return (
    <>
      <VariableField
        label={t("editor.field.label")}
        value={block.label}
        onChange={(label) => set({ label })}
      />
      <VariableField
        label={t("editor.field.href")}
        hint={t("editor.field.hrefHint")}
        value={block.href}
        onChange={(href) => set({ href })}
      />
      <AlignField value={block.align} onChange={(align) => set({ align })} />
      <SwitchField
        label={t("editor.field.wide")}
        value={block.wide}
        onChange={(wide) => set({ wide })}
      />
    </>
  )
}

function SpacerFields({ block }: { block: BlockOf<"spacer"> }) {
  const { t } = useTranslation("engage")
  const set = useBlockChange(block)
  return (
    <NumberField
      label={t("editor.field.height")}
      min={1}
      max={200}
      value={block.height}
      onChange={(height) => set({ height })}
    />
  )
}

function HtmlFields({ block }: { block: BlockOf<"html"> }) {
  const { t } = useTranslation("engage")
  const set = useBlockChange(block)
  return (
    <AreaField
      code
      label={t("editor.field.html")}
      hint={t("editor.field.htmlHint")}
      value={block.html}
      onChange={(html) => set({ html })}
    />
  )
}

function CouponFields({ block }: { block: BlockOf<"coupon"> }) {
  const { t } = useTranslation("engage")
  const set = useBlockChange(block)
  return (
    <>
      <VariableField
        label={t("editor.field.code")}
        hint={t("editor.field.codeHint")}
        value={block.code}
        onChange={(code) => set({ code })}
      />
      <VariableField
        label={t("editor.field.couponText")}
        value={block.text}
        onChange={(text) => set({ text })}
      />
      <VariableField
        label={t("editor.field.note")}
        value={block.note}
        onChange={(note) => set({ note })}
      />
    </>
  )
}

function FooterFields({ block }: { block: BlockOf<"footer"> }) {
  const { t } = useTranslation("engage")
  const set = useBlockChange(block)
  return (
    <>
      <VariableField
        label={t("editor.field.footerText")}
        value={block.text}
        onChange={(text) => set({ text })}
      />
      <SwitchField
        label={t("editor.field.showAddress")}
        value={block.show_address}
        onChange={(show_address) => set({ show_address })}
      />
      <TextField
        label={t("editor.field.unsubscribe")}
        value={block.unsubscribe}
        onChange={(unsubscribe) => set({ unsubscribe })}
      />
      <TextField
        label={t("editor.field.preferences")}
        hint={t("editor.field.preferencesHint")}
        value={block.preferences}
        onChange={(preferences) => set({ preferences })}
      />
      <AlignField value={block.align} onChange={(align) => set({ align })} />
    </>
  )
}
