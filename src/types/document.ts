/** A message as blocks: what the editor writes and the compiler reads. Every text may hold Liquid. */
export type MessageDocument = { version: 1; style: MessageStyle; blocks: Block[] }

/** How the whole message looks. Colours are `#rrggbb`; `null` takes the shop's own colour. */
export type MessageStyle = {
  /** Behind the message. */
  background: string
  surface: string
  text: string
  /** Buttons and links. */
  accent: string | null
  font: "sans" | "serif" | "mono"
  /** Corners of buttons, pictures and the message, in pixels. */
  radius: number
}

export type Align = "left" | "center" | "right"

export type RichMark =
  { type: "bold" | "italic" | "underline" | "strike" } | { type: "link"; attrs: { href: string } }

export type RichInline =
  | { type: "text"; text: string; marks?: RichMark[] }
  | { type: "hardBreak" }
  | {
      type: "variable"
      attrs: { path: string; fallback: string; format: VariableFormat }
      marks?: RichMark[]
    }

/** How a value is written: as it is, as an amount of money, or as a day. */
export const VARIABLE_FORMATS = ["plain", "money", "date"] as const
export type VariableFormat = (typeof VARIABLE_FORMATS)[number]

export type RichParagraph = { type: "paragraph"; content?: RichInline[] }
export type RichList = {
  type: "bulletList" | "orderedList"
  content: { type: "listItem"; content: (RichParagraph | RichList)[] }[]
}

/** Formatted text, in the form the text editor gives it. */
export type RichText = { type: "doc"; content: (RichParagraph | RichList)[] }

/** Where a product list takes its products from. */
export const PRODUCT_SOURCES = [
  "manual",
  "best_sellers",
  "last_viewed",
  "cart",
  "last_order",
  "top_interest",
] as const
export type ProductSource = (typeof PRODUCT_SOURCES)[number]

export const SOCIAL_NETWORKS = [
  "website",
  "instagram",
  "facebook",
  "tiktok",
  "youtube",
  "pinterest",
  "x",
  "linkedin",
] as const
export type SocialNetwork = (typeof SOCIAL_NETWORKS)[number]

/** What a condition asks of a value. */
export const CONDITION_OPERATORS = ["known", "unknown", "is", "is_not", "more", "less"] as const
export type ConditionOperator = (typeof CONDITION_OPERATORS)[number]
export type ConditionRule = { path: string; operator: ConditionOperator; value: string }

/** What a loop can go through. */
export const LOOP_LISTS = [
  "last_order.items",
  "products.cart",
  "products.last_viewed",
  "products.best_sellers",
  "products.top_interest",
  "products.last_order",
] as const
export type LoopList = (typeof LOOP_LISTS)[number]

export type BlockBase = {
  id: string
  /** The saved block that this one was made from and follows. */
  saved_id?: string
  /** Colour behind the block, `#rrggbb`. */
  background: string | null
  /** Room above and below, in pixels. */
  padding: number
}

export type TextBlock = BlockBase & {
  type: "text"
  content: RichText
  align: Align
  size: number
  color: string | null
}
export type HeadingBlock = BlockBase & {
  type: "heading"
  content: RichText
  level: 1 | 2 | 3
  align: Align
  color: string | null
}
export type ImageBlock = BlockBase & {
  type: "image"
  src: string
  alt: string
  href: string
  /** Per cent of the message's width. */
  width: number
  align: Align
}
export type ButtonBlock = BlockBase & {
  type: "button"
  label: string
  href: string
  align: Align
  wide: boolean
}
export type ColumnsBlock = BlockBase & {
  type: "columns"
  /** Parts of the width, e.g. `[1, 2]`; as many as there are columns. */
  ratio: number[]
  columns: Block[][]
  /** Whether the columns stand below each other on a phone. */
  stack: boolean
}
export type DividerBlock = BlockBase & { type: "divider" }
export type SpacerBlock = BlockBase & { type: "spacer"; height: number }
export type SocialBlock = BlockBase & {
  type: "social"
  align: Align
  links: { network: SocialNetwork; url: string }[]
}
export type HtmlBlock = BlockBase & { type: "html"; html: string }
export type ProductBlock = BlockBase & {
  type: "product"
  product_id: string
  show_price: boolean
  button: string
}
export type ProductsBlock = BlockBase & {
  type: "products"
  source: ProductSource
  /** For the source `manual`. */
  product_ids: string[]
  limit: number
  columns: 1 | 2 | 3
  show_price: boolean
  /** Label of each product's button; empty for none. */
  button: string
  /** Shows best sellers to people who have nothing of the source; otherwise the list is left out for them. */
  fill: boolean
}
export type CouponBlock = BlockBase & { type: "coupon"; code: string; text: string; note: string }
export type ConditionBlock = BlockBase & {
  type: "condition"
  match: "all" | "any"
  rules: ConditionRule[]
  blocks: Block[]
  otherwise: Block[]
}
export type LoopBlock = BlockBase & {
  type: "loop"
  list: LoopList
  limit: number
  blocks: Block[]
}
export type FooterBlock = BlockBase & {
  type: "footer"
  text: string
  align: Align
  show_address: boolean
  unsubscribe: string
  preferences: string
}

/** One part of a message. */
export type Block =
  | TextBlock
  | HeadingBlock
  | ImageBlock
  | ButtonBlock
  | ColumnsBlock
  | DividerBlock
  | SpacerBlock
  | SocialBlock
  | HtmlBlock
  | ProductBlock
  | ProductsBlock
  | CouponBlock
  | ConditionBlock
  | LoopBlock
  | FooterBlock

export type BlockType = Block["type"]
export type BlockOf<Type extends BlockType> = Extract<Block, { type: Type }>
