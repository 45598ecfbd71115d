import type { FamilyPart } from "../../../rules/definitions"
import { family } from "../../profile/attributes/family"
import { CODE_STATE } from "../sql/promo"
import { PROMO_CODE } from "../tables"
import { CAMPAIGN_VALUES } from "./campaigns"

/** What rules can say about the promo codes that campaigns gave to a person. */
export const PROMO_FAMILY: FamilyPart = {
  collections: [
    {
      key: "promo_codes",
      label: "Promo codes given",
      group: "Promo codes",
      fact: "a promo code given",
      from: `${PROMO_CODE} c`,
      profile: "c.profile_id",
      at: "c.issued_at",
      restless: true,
      attributes: family("Promo code", [
        {
          key: "code.state",
          label: "State of the code",
          type: "enum",
          sql: `(${CODE_STATE})`,
          nullable: false,
          options: [
            { value: "open", label: "Not used yet" },
            { value: "redeemed", label: "Used" },
            { value: "expired", label: "Run out" },
            { value: "revoked", label: "Taken back" },
          ],
        },
        { key: "code.expires_at", label: "Can be used until", type: "date", sql: "c.expires_at" },
        { key: "code.redeemed_at", label: "Used on", type: "date", sql: "c.redeemed_at" },
        {
          key: "code.campaign",
          label: "Campaign that gave it",
          type: "string",
          sql: "c.campaign_id",
          operators: ["in", "not_in"],
          nullable: false,
          ...CAMPAIGN_VALUES,
        },
      ]),
      measures: [
        { fn: "count", label: "Number of codes", type: "number", sql: "count(*)" },
        {
          fn: "days_since",
          label: "Days since the latest code",
          type: "number",
          sql: `((:now::timestamptz at time zone :zone)::date - (max(c.issued_at) at time zone :zone)::date)`,
        },
      ],
    },
  ],
}
