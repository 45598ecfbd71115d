import { z } from "@medusajs/framework/zod"
import type { SqlFragment } from "../../../lib/db"
import type { Condition } from "../../../rules/ast"
import { comparison } from "../../../rules/comparison"
import { conditionSchema } from "../../../rules/schema"
import { EVENT_FIELD, eventAttribute } from "../../profile/attributes/events"

/** Besides properties: the name is chosen apart, and how long ago it was says nothing of what happens now. */
const ASKED = ["event.product", "event.device", "event.source"]

/** Conditions on an event, as the API takes them. */
export const whereSchema = z
  .array(
    conditionSchema.refine(
      ({ attribute }) => ASKED.includes(attribute) || EVENT_FIELD.test(attribute),
      `attribute: must be event.p.<property>, ${ASKED.join(" or ")}`
    )
  )
  .max(20)

/** What must hold of the event `e`. */
export function eventWhere(where: Condition[]): SqlFragment {
  const params: Record<string, unknown> = {}
  const param = (value: unknown) => {
    const name = `where_${Object.keys(params).length + 1}`
    params[name] = value
    return `:${name}`
  }
  const parts = where
    .filter(({ disabled }) => !disabled)
    .map((one) => comparison(eventAttribute(one)!, one.operator, one.value, param))
  return { sql: parts.length ? parts.join(" and ") : "true", params }
}
