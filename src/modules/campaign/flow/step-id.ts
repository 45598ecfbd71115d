import { z } from "@medusajs/framework/zod"

/** The id of a step within its plan. */
export const stepId = z
  .string()
  .regex(/^[a-z0-9_-]{1,40}$/i, "graph: a step's id holds letters, digits, _ and - only")

/** Where a way out leads; null where the way ends. */
export const to = stepId.nullable()
