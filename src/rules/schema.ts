import { z } from "@medusajs/framework/zod"
import { MEASURES, OPERATORS, type Rules, type RuleNode } from "./ast"

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()])
const value = z.union([scalar, z.array(z.union([z.string(), z.number(), z.null()]))]).optional()
const operator = z.enum(OPERATORS)

/** The shape of one comparison. */
export const conditionSchema = z.strictObject({
  type: z.literal("condition"),
  attribute: z.string(),
  operator,
  value,
  disabled: z.boolean().optional(),
})

const period = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("ever") }),
  z.strictObject({ kind: z.literal("last"), days: z.number().nullable() }),
  z.strictObject({
    kind: z.literal("between"),
    from: z.string().nullable(),
    to: z.string().nullable(),
  }),
])

const has = z.strictObject({
  type: z.literal("has"),
  collection: z.string(),
  where: z.array(conditionSchema).max(50),
  within: period,
  measure: z.strictObject({
    fn: z.enum(MEASURES),
    attribute: z.string().optional(),
  }),
  operator,
  value,
  orNever: z.boolean().optional(),
  disabled: z.boolean().optional(),
})

const pattern = z.strictObject({ collection: z.string(), where: z.array(conditionSchema).max(50) })

const sequence = z.strictObject({
  type: z.literal("sequence"),
  first: pattern,
  within: period,
  followed: z.boolean(),
  days: z.number().nullable(),
  then: pattern,
  disabled: z.boolean().optional(),
})

const group: z.ZodType<Rules["root"]> = z.lazy(() =>
  z.strictObject({
    type: z.literal("group"),
    op: z.enum(["and", "or"]),
    not: z.boolean().optional(),
    disabled: z.boolean().optional(),
    children: z.array(node).max(200),
  })
)

const node: z.ZodType<RuleNode> = z.lazy(() => z.union([conditionSchema, has, sequence, group]))

/** The shape of a stored rule. Whether it makes sense is a matter for `checkRules`. */
export const rulesSchema: z.ZodType<Rules> = z.strictObject({ version: z.literal(1), root: group })
