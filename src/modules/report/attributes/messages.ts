import type { FamilyPart } from "../../../rules/definitions"
import { MESSAGES } from "../../delivery/attributes/messages"
import { family } from "../../profile/attributes/family"
import { TOUCH } from "../tables"

/** What rules can say about the orders that followed messages. */
export const MESSAGE_ORDERS: FamilyPart = {
  collections: [
    {
      ...MESSAGES,
      measures: [],
      attributes: family("Message", [
        {
          key: "message.ordered",
          label: "Was followed by an order",
          says: ["followed by an order", "not followed by an order"],
          type: "boolean",
          sql: `(exists (
            select 1 from ${TOUCH} t
            where t.profile_id = m.profile_id and t.run_id = m.run_id and t.pass = m.pass and t.credit > 0
          ))`,
          formula:
            "An order is credited to it by the shop's rule, or by that of its broadcast or campaign",
        },
      ]),
    },
  ],
}
