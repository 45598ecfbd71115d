import {
  ArrowPath,
  Button,
  CodeEditor,
  DecisionProcess,
  Gap,
  GridLayout,
  LayoutBottom,
  LayoutLeftRight,
  Minus,
  Photo,
  ReceiptPercent,
  Share,
  ShoppingBag,
  Text,
  Typography,
} from "@medusajs/icons"
import type { ComponentType } from "react"
import type { BlockType } from "../../../types/document"

type Kind = { type: BlockType; Icon: ComponentType }

/** What a message can be made of, as the palette groups it. */
export const BLOCK_GROUPS: { key: "content" | "shop" | "layout"; kinds: Kind[] }[] = [
  {
    key: "content",
    kinds: [
      { type: "text", Icon: Text },
      { type: "heading", Icon: Typography },
      { type: "image", Icon: Photo },
      { type: "button", Icon: Button },
      { type: "social", Icon: Share },
      { type: "footer", Icon: LayoutBottom },
      { type: "html", Icon: CodeEditor },
    ],
  },
  {
    key: "shop",
    kinds: [
      { type: "products", Icon: GridLayout },
      { type: "product", Icon: ShoppingBag },
      { type: "coupon", Icon: ReceiptPercent },
    ],
  },
  {
    key: "layout",
    kinds: [
      { type: "columns", Icon: LayoutLeftRight },
      { type: "divider", Icon: Minus },
      { type: "spacer", Icon: Gap },
      { type: "condition", Icon: DecisionProcess },
      { type: "loop", Icon: ArrowPath },
    ],
  },
]
