import {
  AssignMetrics,
  CreateField,
  ListFields,
  OrderFields,
  UpdateField,
} from "../admin/engage/fields/validators"
import type { AdminRoutes } from "./entry"

/** Fields of the shop's own, and metrics that are assigned from outside. */
export const fieldRoutes = {
  "GET /admin/engage/fields": { summary: "The shop's own fields", query: ListFields },
  "POST /admin/engage/fields": {
    summary: "Register a field",
    details:
      "With `metadata_key` its values come out of Medusa's `metadata` of customers, orders or lines, at once and from then on.",
    body: CreateField,
  },
  "GET /admin/engage/fields/discover": {
    summary: "Keys of Medusa's metadata that could become fields",
  },
  "GET /admin/engage/fields/:id": { summary: "One field" },
  "POST /admin/engage/fields/order": {
    summary: "Put all fields of one scope in an order",
    body: OrderFields,
  },
  "POST /admin/engage/fields/:id": { summary: "Change how a field is shown", body: UpdateField },
  "DELETE /admin/engage/fields/:id": {
    summary: "Remove a field with all its values",
    details: "Medusa's metadata is left alone.",
  },
  "GET /admin/engage/fields/:id/usage": {
    summary: "How many have a value, and which segments and templates speak of the field",
  },
  "POST /admin/engage/metric-values": {
    summary: "Assign values of metrics to up to 1,000 people",
    details:
      "Each of `values` names a person by one of `profile_id`, `customer_id`, `email`, the key of a `metric`, and a `value` (`null` clears it). Wrong rows are refused alone.",
    body: AssignMetrics,
  },
} satisfies Partial<AdminRoutes>
