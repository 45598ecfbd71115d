import { ReadDeliverability } from "../admin/engage/deliverability/validators"
import {
  AddSuppression,
  ListSuppressions,
  ReleaseSuppression,
} from "../admin/engage/suppressions/validators"
import type { AdminRoutes } from "./entry"

/** How messages arrive, and who gets none. */
export const deliveryRoutes = {
  "GET /admin/engage/deliverability": {
    summary:
      "How messages of a channel arrived, by mailbox provider or phone operator, and what went wrong",
    query: ReadDeliverability,
  },
  "GET /admin/engage/suppressions": {
    summary: "Addresses that get nothing, the latest first",
    query: ListSuppressions,
  },
  "POST /admin/engage/suppressions": {
    summary: "Have an address get nothing",
    details: "At once, even of what is being sent. An address that is suppressed already stays so.",
    body: AddSuppression,
  },
  "POST /admin/engage/suppressions/release": {
    summary: "Let an address have messages again",
    body: ReleaseSuppression,
  },
} satisfies Partial<AdminRoutes>
