import { useTranslation } from "react-i18next"
import type { ProductOffer } from "../../../types/product"
import type { BlockOf } from "../../../types/document"
import { useMessageProducts } from "../../hooks/api/content"
import { useFormat } from "../../hooks/use-format"
import { Hint } from "./hint"
import { useMessageEditor } from "./editor-context"
import { useBrand } from "./use-brand"

/** The products of a block, as the person who is looked at would get them. */
export function ProductsView({ block }: { block: BlockOf<"products"> | BlockOf<"product"> }) {
  const { t } = useTranslation("engage")
  const { profileId } = useMessageEditor()
  const ids = block.type === "product" ? [block.product_id].filter(Boolean) : block.product_ids
  const { data } = useMessageProducts(ids, profileId)
  if (!data) return <Hint>{t("editor.view.loadingProducts")}</Hint>
  const offers = offersOf(block, data)
  if (!offers.length) {
    const none = block.type === "product" || block.source === "manual"
    return <Hint>{t(none ? "editor.view.chooseProducts" : "editor.view.noProducts")}</Hint>
  }
  const columns = block.type === "product" ? 1 : block.columns
  return (
    <div
      style={{
        display: "grid",
        gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
        gap: 16,
      }}
    >
      {offers.map((offer) => (
        <Card key={offer.id} offer={offer} price={block.show_price} button={block.button} />
      ))}
    </div>
  )
}

type Scope = Record<string, ProductOffer | ProductOffer[]>

function offersOf(block: BlockOf<"products"> | BlockOf<"product">, scope: Scope): ProductOffer[] {
  if (block.type === "product") return [scope[block.product_id] ?? []].flat()
  if (block.source === "manual") return block.product_ids.flatMap((id) => scope[id] ?? [])
  const own = [scope[block.source] ?? []].flat()
  const list = own.length || !block.fill ? own : [scope.best_sellers ?? []].flat()
  return list.slice(0, block.limit)
}

function Card({ offer, price, button }: { offer: ProductOffer; price: boolean; button: string }) {
  const { document } = useMessageEditor()
  const { accent, onAccent } = useBrand()
  const format = useFormat()
  return (
    <div>
      {offer.image && (
        <img
          src={offer.image}
          alt=""
          style={{ width: "100%", borderRadius: document.style.radius }}
        />
      )}
      <div style={{ marginTop: 10, fontSize: 15, fontWeight: 600, lineHeight: 1.4 }}>
        {offer.title}
      </div>
      {price && offer.price !== null && (
        <div style={{ marginTop: 4, fontSize: 14, opacity: 0.8 }}>
          {format.money(offer.price, offer.currency)}{" "}
          {offer.was !== null && <s>{format.money(offer.was, offer.currency)}</s>}
        </div>
      )}
      {button && (
        <span
          style={{
            display: "inline-block",
            marginTop: 10,
            padding: "9px 16px",
            background: accent,
            color: onAccent,
            borderRadius: Math.min(24, document.style.radius),
            fontSize: 14,
            fontWeight: 600,
          }}
        >
          {button}
        </span>
      )}
    </div>
  )
}
