import { z } from "@medusajs/framework/zod"
import {
  type Block,
  CONDITION_OPERATORS,
  LOOP_LISTS,
  type MessageDocument,
  PRODUCT_SOURCES,
  type RichText,
  SOCIAL_NETWORKS,
  VARIABLE_FORMATS,
} from "../../../types/document"

const MAX_BLOCKS = 300
const MAX_TEXT = 20_000

const color = z.string().regex(/^#[0-9a-f]{6}$/i, "must be a colour such as #1a2b3c")
const align = z.enum(["left", "center", "right"])
const line = z.string().max(1_000)
const address = z.string().trim().max(2_000)
/** Stands in Liquid as it is, so it can only be a path such as `profile.first_name`. */
const path = z
  .string()
  .regex(/^[a-z_]\w*(\.\w+)*$/i, "must be a variable such as profile.first_name")
const productId = z.string().regex(/^\w{1,64}$/, "must be the id of a product")

const base = {
  id: z.string().min(1).max(64),
  saved_id: z.string().max(64).optional(),
  background: color.nullable().default(null),
  padding: z.number().int().min(0).max(120).default(12),
}

const marks = z
  .array(
    z.union([
      z.object({ type: z.enum(["bold", "italic", "underline", "strike"]) }),
      z.object({ type: z.literal("link"), attrs: z.object({ href: address }) }),
    ])
  )
  .optional()

const inline = z.discriminatedUnion("type", [
  z.object({ type: z.literal("text"), text: z.string().max(MAX_TEXT), marks }),
  z.object({ type: z.literal("hardBreak") }),
  z.object({
    type: z.literal("variable"),
    attrs: z.object({ path, fallback: line, format: z.enum(VARIABLE_FORMATS) }),
    marks,
  }),
])

const paragraph = z.object({ type: z.literal("paragraph"), content: z.array(inline).optional() })
const list: z.ZodType = z.lazy(() =>
  z.object({
    type: z.enum(["bulletList", "orderedList"]),
    content: z.array(
      z.object({ type: z.literal("listItem"), content: z.array(z.union([paragraph, list])) })
    ),
  })
)
const richText = z.object({
  type: z.literal("doc"),
  content: z.array(z.union([paragraph, list])),
}) as z.ZodType<RichText>

const rule = z.object({ path, operator: z.enum(CONDITION_OPERATORS), value: z.string().max(200) })
const blocks = z.lazy(() => z.array(blockSchema).max(MAX_BLOCKS))

/** One block of a message, with everything in it. */
export const blockSchema: z.ZodType<Block> = z.lazy(() =>
  z.discriminatedUnion("type", [
    z.object({
      ...base,
      type: z.literal("text"),
      content: richText,
      align,
      size: z.number().int().min(10).max(32),
      color: color.nullable(),
    }),
    z.object({
      ...base,
      type: z.literal("heading"),
      content: richText,
      level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
      align,
      color: color.nullable(),
    }),
    z.object({
      ...base,
      type: z.literal("image"),
      src: address,
      alt: line,
      href: address,
      width: z.number().int().min(5).max(100),
      align,
    }),
    z.object({
      ...base,
      type: z.literal("button"),
      label: line,
      href: address,
      align,
      wide: z.boolean(),
    }),
    z
      .object({
        ...base,
        type: z.literal("columns"),
        ratio: z.array(z.number().int().min(1).max(4)).min(2).max(3),
        columns: z.array(blocks).min(2).max(3),
        stack: z.boolean(),
      })
      .refine(
        ({ ratio, columns }) => ratio.length === columns.length,
        "needs a width for every column"
      ),
    z.object({ ...base, type: z.literal("divider") }),
    z.object({ ...base, type: z.literal("spacer"), height: z.number().int().min(1).max(200) }),
    z.object({
      ...base,
      type: z.literal("social"),
      align,
      links: z.array(z.object({ network: z.enum(SOCIAL_NETWORKS), url: address })).max(10),
    }),
    z.object({ ...base, type: z.literal("html"), html: z.string().max(1_000_000) }),
    z.object({
      ...base,
      type: z.literal("product"),
      product_id: productId.or(z.literal("")),
      show_price: z.boolean(),
      button: line,
    }),
    z.object({
      ...base,
      type: z.literal("products"),
      source: z.enum(PRODUCT_SOURCES),
      product_ids: z.array(productId).max(12),
      limit: z.number().int().min(1).max(12),
      columns: z.union([z.literal(1), z.literal(2), z.literal(3)]),
      show_price: z.boolean(),
      button: line,
      fill: z.boolean(),
    }),
    z.object({ ...base, type: z.literal("coupon"), code: line, text: line, note: line }),
    z.object({
      ...base,
      type: z.literal("condition"),
      match: z.enum(["all", "any"]),
      rules: z.array(rule).min(1).max(20),
      blocks,
      otherwise: blocks,
    }),
    z.object({
      ...base,
      type: z.literal("loop"),
      list: z.enum(LOOP_LISTS),
      limit: z.number().int().min(1).max(50),
      blocks,
    }),
    z.object({
      ...base,
      type: z.literal("footer"),
      text: line,
      align,
      show_address: z.boolean(),
      unsubscribe: line,
      preferences: line,
    }),
  ])
) as z.ZodType<Block>

/** A message as blocks, version 1. */
export const documentSchema = z.strictObject({
  version: z.literal(1),
  style: z.strictObject({
    background: color,
    surface: color,
    text: color,
    accent: color.nullable(),
    font: z.enum(["sans", "serif", "mono"]),
    radius: z.number().int().min(0).max(32),
  }),
  blocks,
}) as z.ZodType<MessageDocument>
