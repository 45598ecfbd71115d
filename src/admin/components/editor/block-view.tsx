import { type CSSProperties, type ReactNode, useContext } from "react"
import { useTranslation } from "react-i18next"
import type { Align, Block, BlockOf } from "../../../types/document"
import { replaceBlock } from "../../lib/message-blocks"
import { plainLiquid } from "../../lib/liquid-text"
import { InColumn, useBlockList } from "./block-list-context"
import { ConditionView, LoopView } from "./branch-view"
import { useMessageEditor } from "./editor-context"
import { Hint } from "./hint"
import { ProductsView } from "./products-view"
import { RichTextField } from "./rich-text-field"
import { RichView } from "./rich-view"
import { useBrand } from "./use-brand"

type BlockViewProps<Kind extends Block = Block> = { block: Kind; chosen: boolean }

/** A block as it looks in the message; the text of a chosen one is written in place. */
export function BlockView({ block, chosen }: BlockViewProps) {
  const nested = useContext(InColumn)
  const holds = block.type === "condition" || block.type === "loop"
  const side = nested || holds ? 0 : 40
  return (
    <div
      style={{ padding: `${block.padding}px ${side}px`, background: block.background ?? undefined }}
    >
      <Content block={block} chosen={chosen} />
    </div>
  )
}

function Content({ block, chosen }: BlockViewProps): ReactNode {
  switch (block.type) {
    case "text":
    case "heading":
      return <Words block={block} chosen={chosen} />
    case "image":
      return <Picture block={block} />
    case "button":
      return <Action label={block.label} align={block.align} wide={block.wide} />
    case "columns":
      return <Columns block={block} />
    case "divider":
      return <div style={{ borderTop: "1px solid #d4d4d8" }} />
    case "spacer":
      return <div style={{ height: block.height }} />
    case "social":
      return <Social block={block} />
    case "html":
      return <Code html={block.html} />
    case "product":
    case "products":
      return <ProductsView block={block} />
    case "coupon":
      return <Coupon block={block} />
    case "condition":
      return <ConditionView block={block} />
    case "loop":
      return <LoopView block={block} />
    case "footer":
      return <Footer block={block} />
  }
}

const SIZES = { 1: [32, 38], 2: [24, 30], 3: [18, 24] } as const

function Words({ block, chosen }: BlockViewProps<BlockOf<"text"> | BlockOf<"heading">>) {
  const { t } = useTranslation("engage")
  const { change } = useMessageEditor()
  const style: CSSProperties =
    block.type === "text"
      ? { fontSize: block.size, lineHeight: 1.6 }
      : {
          fontSize: SIZES[block.level][0],
          lineHeight: `${SIZES[block.level][1]}px`,
          fontWeight: 700,
        }
  return (
    <div style={{ ...style, textAlign: block.align, color: block.color ?? undefined }}>
      {chosen ? (
        <RichTextField
          label={t(`editor.block.${block.type}`)}
          value={block.content}
          plain={block.type === "heading"}
          onChange={(content) =>
            change(
              (blocks) => replaceBlock(blocks, block.id, { ...block, content }),
              `text ${block.id}`
            )
          }
        />
      ) : (
        <RichView text={block.content} />
      )}
    </div>
  )
}

const FLEX: Record<Align, string> = { left: "flex-start", center: "center", right: "flex-end" }

function Picture({ block }: { block: BlockOf<"image"> }) {
  const { t } = useTranslation("engage")
  const { document } = useMessageEditor()
  const { fill } = useBrand()
  const src = fill(block.src)
  return (
    <div style={{ display: "flex", justifyContent: FLEX[block.align] }}>
      {src ? (
        <img
          src={src}
          alt={block.alt}
          style={{ width: `${block.width}%`, borderRadius: document.style.radius }}
        />
      ) : (
        <Hint icon>{t(block.src ? "editor.view.emptyLogo" : "editor.view.noImage")}</Hint>
      )}
    </div>
  )
}

function Action({ label, align, wide }: { label: string; align: Align; wide: boolean }) {
  const { document } = useMessageEditor()
  const { accent, onAccent } = useBrand()
  return (
    <div style={{ textAlign: align }}>
      <span
        style={{
          display: wide ? "block" : "inline-block",
          background: accent,
          color: onAccent,
          borderRadius: Math.min(24, document.style.radius),
          padding: "14px 28px",
          fontSize: 16,
          fontWeight: 600,
          lineHeight: 1.2,
          textAlign: "center",
        }}
      >
        {plainLiquid(label)}
      </span>
    </div>
  )
}

function Columns({ block }: { block: BlockOf<"columns"> }) {
  const BlockListView = useBlockList()
  return (
    <InColumn.Provider value>
      <div style={{ display: "flex", gap: 24 }}>
        {block.columns.map((blocks, slot) => (
          <div key={slot} style={{ flex: block.ratio[slot], minWidth: 0 }}>
            <BlockListView blocks={blocks} list={{ parent: block.id, slot }} />
          </div>
        ))}
      </div>
    </InColumn.Provider>
  )
}

function Social({ block }: { block: BlockOf<"social"> }) {
  const { t } = useTranslation("engage")
  const { fill } = useBrand()
  const shown = block.links.filter(({ url }) => fill(url))
  return (
    <div style={{ textAlign: block.align, fontSize: 14, lineHeight: 2 }}>
      {shown.length === 0 && <Hint>{t("editor.view.noSocial")}</Hint>}
      {shown.map(({ network }) => (
        <span key={network} style={{ padding: "0 8px", textDecoration: "underline" }}>
          {t(`editor.network.${network}`)}
        </span>
      ))}
    </div>
  )
}

function Code({ html }: { html: string }) {
  const { t } = useTranslation("engage")
  if (!html.trim()) return <Hint>{t("editor.view.noHtml")}</Hint>
  return (
    <pre
      style={{
        margin: 0,
        maxHeight: 160,
        overflow: "hidden",
        fontSize: 12,
        whiteSpace: "pre-wrap",
      }}
    >
      {html.slice(0, 1_000)}
    </pre>
  )
}

function Coupon({ block }: { block: BlockOf<"coupon"> }) {
  const { document } = useMessageEditor()
  return (
    <div
      style={{
        border: "2px dashed #d4d4d8",
        borderRadius: document.style.radius,
        padding: "20px 16px",
        textAlign: "center",
      }}
    >
      <div style={{ fontSize: 15 }}>{plainLiquid(block.text)}</div>
      <div style={{ fontSize: 26, fontWeight: 700, letterSpacing: 3, margin: "6px 0" }}>
        {plainLiquid(block.code)}
      </div>
      <div style={{ fontSize: 13, opacity: 0.75 }}>{plainLiquid(block.note)}</div>
    </div>
  )
}

function Footer({ block }: { block: BlockOf<"footer"> }) {
  const { t } = useTranslation("engage")
  return (
    <div style={{ textAlign: block.align, fontSize: 13, lineHeight: 1.6, opacity: 0.75 }}>
      {block.text && <div>{plainLiquid(block.text)}</div>}
      {block.show_address && <div>{t("editor.view.address")}</div>}
      <u>{plainLiquid(block.unsubscribe)}</u>
      {block.preferences && (
        <>
          {" · "}
          <u>{plainLiquid(block.preferences)}</u>
        </>
      )}
    </div>
  )
}
