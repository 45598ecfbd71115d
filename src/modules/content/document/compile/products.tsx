import { Img } from "@react-email/img"
import { Fragment, type ReactNode } from "react"
import type { BlockOf } from "../../../../types/document"
import { drawButton } from "./button"
import type { Context } from "./context"

type Card = { path: string; show_price: boolean; button: string; width: number }

/** One product, left out for people for whom the shop does not sell it. */
export function drawProduct(block: BlockOf<"product">, context: Context): ReactNode {
  const { slots, width } = context
  const path = block.product_id ? `products.${block.product_id}` : "item"
  if (!block.product_id && !context.looped) return null
  return (
    <>
      {slots.put(`{% if ${path} %}`)}
      {drawCard({ ...block, path, width }, context)}
      {slots.put("{% endif %}")}
    </>
  )
}

/** A grid of products: the chosen ones, or what the shop knows of each person. */
export function drawProducts(block: BlockOf<"products">, context: Context): ReactNode {
  const { slots } = context
  if (block.source === "manual") {
    return block.product_ids.map((id) => (
      <Fragment key={id}>
        {slots.put(`{% if products.${id} %}`)}
        {drawCell(`products.${id}`, block, context)}
        {slots.put("{% endif %}")}
      </Fragment>
    ))
  }
  const fill = block.fill && block.source !== "best_sellers"
  return (
    <>
      {slots.put(`{% if products.${block.source} %}`)}
      {drawList(block.source, block, context)}
      {fill && slots.put("{% elsif products.best_sellers %}")}
      {fill && drawList("best_sellers", block, context)}
      {slots.put("{% endif %}")}
    </>
  )
}

function drawList(source: string, block: BlockOf<"products">, context: Context): ReactNode {
  return (
    <>
      {context.slots.put(`{% for item in products.${source} limit: ${block.limit} %}`)}
      {drawCell("item", block, context)}
      {context.slots.put("{% endfor %}")}
    </>
  )
}

/** A cell that flows: beside the one before where there is room. Outlook flows tables that are aligned. */
function drawCell(path: string, block: BlockOf<"products">, context: Context): ReactNode {
  const { slots } = context
  const width = Math.floor(context.width / block.columns)
  return (
    <>
      {slots.put(`<!--[if mso]><table align="left" width="${width}"><tr><td><![endif]-->`)}
      <div
        className={block.columns > 1 ? "cell" : "whole"}
        style={{
          display: "inline-block",
          verticalAlign: "top",
          boxSizing: "border-box",
          width: `${Math.floor(10_000 / block.columns) / 100}%`,
          padding: block.columns > 1 ? "0 8px 20px" : "0 0 20px",
        }}
      >
        {drawCard({ ...block, path, width: width - 16 }, context)}
      </div>
      {slots.put("<!--[if mso]></td></tr></table><![endif]-->")}
    </>
  )
}

function drawCard({ path, show_price, button, width }: Card, context: Context): ReactNode {
  const { slots, theme } = context
  const href = slots.put(`{{ shop.url }}/products/{{ ${path}.handle }}`)
  const { text, radius } = theme.style
  return (
    <>
      {slots.put(`{% if ${path}.image %}`)}
      <a href={href}>
        <Img
          src={slots.put(`{{ ${path}.image }}`)}
          alt={slots.put(`{{ ${path}.title }}`)}
          width={width}
          style={{ width: "100%", maxWidth: width, height: "auto", borderRadius: radius }}
        />
      </a>
      {slots.put("{% endif %}")}
      <a
        href={href}
        className="strong"
        style={{
          display: "block",
          marginTop: 10,
          fontSize: 15,
          lineHeight: 1.4,
          fontWeight: 600,
          textDecoration: "none",
          color: text,
        }}
      >
        {slots.put(`{{ ${path}.title }}`)}
      </a>
      {show_price && (
        <div
          className="quiet"
          style={{ marginTop: 4, fontSize: 14, lineHeight: 1.4, color: theme.quiet }}
        >
          {slots.put(
            `{% if ${path}.price %}{{ ${path}.price | money: ${path}.currency }}{% if ${path}.was %} <s>{{ ${path}.was | money: ${path}.currency }}</s>{% endif %}{% endif %}`
          )}
        </div>
      )}
      {button && (
        <div style={{ marginTop: 10 }}>
          {drawButton(
            {
              label: button,
              href: `{{ shop.url }}/products/{{ ${path}.handle }}`,
              align: "left",
              wide: false,
              small: true,
            },
            context
          )}
        </div>
      )}
    </>
  )
}
