import type { Block, BlockType, MessageDocument, RichText } from "../../types/document"
import { newBlockId } from "./message-blocks"

/** A text of one paragraph. */
export const plainText = (text: string): RichText => ({
  type: "doc",
  content: [{ type: "paragraph", content: text ? [{ type: "text", text }] : [] }],
})

/** Words that new blocks begin with, in the marketer's language. */
export type StarterWords = Record<
  | "text"
  | "heading"
  | "button"
  | "coupon"
  | "couponNote"
  | "footer"
  | "unsubscribe"
  | "preferences"
  | "product",
  string
>

/** A new block of a type, ready to be changed. */
export function newBlock(type: BlockType, words: StarterWords): Block {
  const base = { id: newBlockId(), background: null, padding: 12 }
  switch (type) {
    case "text":
      return { ...base, type, content: plainText(words.text), align: "left", size: 16, color: null }
    case "heading":
      return {
        ...base,
        type,
        content: plainText(words.heading),
        level: 2,
        align: "left",
        color: null,
      }
    case "image":
      return { ...base, type, src: "", alt: "", href: "", width: 100, align: "center" }
    case "button":
      return {
        ...base,
        type,
        label: words.button,
        href: "{{ shop.url }}",
        align: "left",
        wide: false,
      }
    case "columns":
      return { ...base, type, ratio: [1, 1], columns: [[], []], stack: true }
    case "divider":
      return { ...base, type }
    case "spacer":
      return { ...base, type, height: 24, padding: 0 }
    case "social":
      return {
        ...base,
        type,
        align: "center",
        links: (["instagram", "facebook", "tiktok"] as const).map((network) => ({
          network,
          url: `{{ constants.${network} }}`,
        })),
      }
    case "html":
      return { ...base, type, html: "" }
    case "product":
      return { ...base, type, product_id: "", show_price: true, button: words.product }
    case "products":
      return {
        ...base,
        type,
        source: "best_sellers",
        product_ids: [],
        limit: 4,
        columns: 2,
        show_price: true,
        button: "",
        fill: true,
      }
    case "coupon":
      return { ...base, type, code: "WELCOME10", text: words.coupon, note: words.couponNote }
    case "condition":
      return {
        ...base,
        type,
        match: "all",
        rules: [{ path: "profile.orders", operator: "more", value: "0" }],
        blocks: [newBlock("text", words)],
        otherwise: [],
      }
    case "loop":
      return {
        ...base,
        type,
        list: "last_order.items",
        limit: 5,
        blocks: [
          {
            ...base,
            id: newBlockId(),
            type: "text",
            content: {
              type: "doc",
              content: [
                {
                  type: "paragraph",
                  content: [
                    {
                      type: "variable",
                      attrs: { path: "item.quantity", fallback: "", format: "plain" },
                    },
                    { type: "text", text: " × " },
                    {
                      type: "variable",
                      attrs: { path: "item.title", fallback: "", format: "plain" },
                    },
                  ],
                },
              ],
            },
            align: "left",
            size: 16,
            color: null,
          },
        ],
      }
    case "footer":
      return {
        ...base,
        padding: 24,
        type,
        text: words.footer,
        align: "center",
        show_address: true,
        unsubscribe: words.unsubscribe,
        preferences: words.preferences,
      }
  }
}

/** How a message looks until somebody chooses otherwise. */
export const DEFAULT_STYLE: MessageDocument["style"] = {
  background: "#f4f4f5",
  surface: "#ffffff",
  text: "#18181b",
  accent: null,
  font: "sans",
  radius: 12,
}
