import { Column } from "@react-email/column"
import { Heading } from "@react-email/heading"
import { Hr } from "@react-email/hr"
import { Img } from "@react-email/img"
import { Row } from "@react-email/row"
import { Fragment, type ReactNode } from "react"
import type { Align, Block, BlockOf, BlockType } from "../../../../types/document"
import { drawButton } from "./button"
import { drawColumns, drawCondition, drawLoop } from "./containers"
import type { Context } from "./context"
import { drawCoupon, drawFooter, drawSocial } from "./extras"
import { drawProduct, drawProducts } from "./products"
import { richLine, richText } from "./rich-text"

/** Draws blocks below each other. */
export function drawBlocks(blocks: Block[], context: Context): ReactNode {
  return blocks.map((block) => <Fragment key={block.id}>{drawBlock(block, context)}</Fragment>)
}

function drawBlock(block: Block, context: Context): ReactNode {
  // These lay out other blocks, which have their own room.
  if (block.type === "condition") return drawCondition(block, context)
  if (block.type === "loop") return drawLoop(block, context)
  if (block.type === "html") return context.slots.put(block.html)
  const draw = DRAW[block.type] as (block: Block, context: Context) => ReactNode
  const side = context.nested ? 0 : 40
  return (
    <Row
      style={block.background ? { background: block.background } : undefined}
      className={block.background ? "tint" : undefined}
    >
      <Column
        className={context.nested ? undefined : "pad"}
        style={{ padding: `${block.padding}px ${side}px` }}
      >
        {draw(block, context)}
      </Column>
    </Row>
  )
}

type Drawn = Exclude<BlockType, "condition" | "loop" | "html">

const DRAW: { [Type in Drawn]: (block: BlockOf<Type>, context: Context) => ReactNode } = {
  text: drawText,
  heading: drawHeading,
  image: drawImage,
  button: ({ label, href, align, wide }, context) =>
    drawButton({ label, href, align, wide }, context),
  columns: drawColumns,
  divider: (_, { theme }) => (
    <Hr className="line" style={{ margin: 0, borderTop: `1px solid ${theme.line}` }} />
  ),
  spacer: ({ height }, { slots }) => (
    <div style={{ height, lineHeight: `${height}px`, fontSize: 1 }}>{slots.put("&nbsp;")}</div>
  ),
  social: drawSocial,
  product: drawProduct,
  products: drawProducts,
  coupon: drawCoupon,
  footer: drawFooter,
}

function drawText(block: BlockOf<"text">, { slots, theme }: Context): ReactNode {
  const { size, align } = block
  const color = block.color ?? theme.style.text
  const paragraph = { margin: "0 0 12px", fontSize: size, lineHeight: 1.6, color, textAlign: align }
  return richText(block.content, slots, {
    paragraph,
    link: { color: theme.accent, textDecoration: "underline" },
  })
}

const HEADINGS = { 1: [32, 38], 2: [24, 30], 3: [18, 24] } as const

function drawHeading(block: BlockOf<"heading">, { slots, theme }: Context): ReactNode {
  const [fontSize, lineHeight] = HEADINGS[block.level]
  const color = block.color ?? theme.style.text
  return (
    <Heading
      as={`h${block.level}`}
      className={block.level === 1 ? "title strong" : "strong"}
      style={{ margin: 0, fontSize, lineHeight: `${lineHeight}px`, color, textAlign: block.align }}
    >
      {richLine(block.content, slots, { paragraph: {}, link: { color } })}
    </Heading>
  )
}

function drawImage(block: BlockOf<"image">, { slots, theme, width }: Context): ReactNode {
  if (!block.src.trim()) return null
  const image = (
    <Img
      src={slots.text(block.src)}
      alt={slots.text(block.alt)}
      width={Math.round((width * block.width) / 100)}
      style={{
        ...MARGINS[block.align],
        width: `${block.width}%`,
        height: "auto",
        borderRadius: theme.style.radius,
      }}
    />
  )
  return block.href ? <a href={slots.text(block.href)}>{image}</a> : image
}

const MARGINS: Record<Align, object> = {
  left: { marginRight: "auto" },
  center: { marginLeft: "auto", marginRight: "auto" },
  right: { marginLeft: "auto" },
}
