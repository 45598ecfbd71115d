import type { Field, FieldCandidate, FieldUsage } from "../../../types/field"
import type { Deleted } from "./shapes"

/** @internal */
export type FieldAnswers = {
  "GET /admin/engage/fields": { fields: Field[] }
  "POST /admin/engage/fields": { field: Field }
  "GET /admin/engage/fields/discover": { candidates: FieldCandidate[] }
  "GET /admin/engage/fields/:id": { field: Field }
  "POST /admin/engage/fields/order": { fields: Field[] }
  "POST /admin/engage/fields/:id": { field: Field }
  "DELETE /admin/engage/fields/:id": Deleted<"field">
  "GET /admin/engage/fields/:id/usage": { usage: FieldUsage }
  "POST /admin/engage/metric-values": {
    changed: number
    refused: { index: number; message: string }[]
  }
}
