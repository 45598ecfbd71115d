import type {
  Block,
  BlockOf,
  ConditionRule,
  MessageDocument,
  MessageStyle,
  ProductSource,
  RichInline,
  RichText,
} from "../../../types/document"

const STYLE: MessageStyle = {
  background: "#f4f4f5",
  surface: "#ffffff",
  text: "#18181b",
  accent: null,
  font: "sans",
  radius: 12,
}

const base = { background: null, padding: 12 }
type Made<Type extends Block["type"]> = Omit<BlockOf<Type>, "id">
type Draft = Made<"text"> | Made<"heading"> | Omit<Block, "id">

/** A document of some blocks, which get their ids by place. */
export function message(blocks: Draft[], style: Partial<MessageStyle> = {}): MessageDocument {
  return { version: 1, style: { ...STYLE, ...style }, blocks: numbered(blocks, "b") }
}

function numbered(blocks: Draft[], prefix: string): Block[] {
  return blocks.map((block, at) => withIds(block as Block, `${prefix}${at + 1}`))
}

function withIds(block: Block, id: string): Block {
  if (block.type === "columns") {
    const columns = block.columns.map((list, at) => numbered(list, `${id}c${at}`))
    return { ...block, id, columns }
  }
  if (block.type === "loop") return { ...block, id, blocks: numbered(block.blocks, `${id}l`) }
  if (block.type !== "condition") return { ...block, id }
  const { blocks, otherwise } = block
  return {
    ...block,
    id,
    blocks: numbered(blocks, `${id}i`),
    otherwise: numbered(otherwise, `${id}o`),
  }
}

const VARIABLE = /(\{[\w.]+(?:\|[^}]*)?\})/

/** Words in which `{path|fallback}` is a variable. */
function words(...paragraphs: string[]): RichText {
  return {
    type: "doc",
    content: paragraphs.map((text) => ({
      type: "paragraph",
      content: text.split(VARIABLE).filter(Boolean).map(part),
    })),
  }
}

function part(text: string): RichInline {
  if (!VARIABLE.test(text)) return { type: "text", text }
  const [path, fallback = ""] = text.slice(1, -1).split("|")
  const format = path.endsWith(".date") ? "date" : path.endsWith(".total") ? "money" : "plain"
  return { type: "variable", attrs: { path, fallback, format } }
}

/** The shop's logo, or its name while there is none. */
export const header = (): Draft[] => [
  {
    ...base,
    type: "condition",
    match: "all",
    rules: [{ path: "constants.logo", operator: "is_not", value: "" }],
    blocks: [
      {
        ...base,
        padding: 24,
        id: "",
        type: "image",
        src: "{{ constants.logo }}",
        alt: "{{ shop.name }}",
        href: "{{ shop.url }}",
        width: 30,
        align: "left",
      },
    ],
    otherwise: [{ ...heading("{shop.name}", 3), id: "", padding: 24 } as Block],
  } as Draft,
]

export const heading = (text: string, level: 1 | 2 | 3 = 1): Made<"heading"> => ({
  ...base,
  type: "heading",
  content: words(text),
  level,
  align: "left",
  color: null,
})

export const text = (...paragraphs: string[]): Made<"text"> => ({
  ...base,
  type: "text",
  content: words(...paragraphs),
  align: "left",
  size: 16,
  color: null,
})

export const button = (label: string, href = "{{ shop.url }}"): Made<"button"> => ({
  ...base,
  padding: 16,
  type: "button",
  label,
  href,
  align: "left",
  wide: false,
})

export const products = (
  source: ProductSource,
  part: Partial<Made<"products">> = {}
): Made<"products"> => ({
  ...base,
  type: "products",
  source,
  product_ids: [],
  limit: 4,
  columns: 2,
  show_price: true,
  button: "",
  fill: true,
  ...part,
})

export const coupon = (code: string, above: string, note: string): Made<"coupon"> => ({
  ...base,
  padding: 16,
  type: "coupon",
  code,
  text: above,
  note,
})

export const divider = (): Made<"divider"> => ({ ...base, padding: 16, type: "divider" })

/** Blocks for some people, and others for the rest. */
export const when = (rule: ConditionRule, blocks: Draft[], otherwise: Draft[] = []): Draft =>
  ({ ...base, type: "condition", match: "all", rules: [rule], blocks, otherwise }) as Draft

/** Blocks for each thing that was ordered last. */
export const eachItem = (blocks: Draft[]): Draft =>
  ({ ...base, type: "loop", list: "last_order.items", limit: 6, blocks }) as Draft

/** Social links and the footer. */
export const ending = (why = "You get this because you asked us to write to you."): Draft[] => [
  divider(),
  {
    ...base,
    padding: 8,
    type: "social",
    align: "center",
    links: (["website", "instagram", "facebook", "tiktok", "youtube"] as const).map((network) => ({
      network,
      url: `{{ constants.${network} }}`,
    })),
  } as Draft,
  {
    ...base,
    padding: 24,
    type: "footer",
    text: why,
    align: "center",
    show_address: true,
    unsubscribe: "Unsubscribe",
    preferences: "Choose what you hear about",
  } as Draft,
]
