import { defineLink } from "@medusajs/framework/utils"
import CustomerModule from "@medusajs/medusa/customer"
import { PROFILE_MODULE } from "../modules/profile"

/** What the profile of a customer is called among their fields. */
const profile = { serviceName: PROFILE_MODULE, alias: "engage_profile", primaryKey: "customer_id" }

/** Lets Medusa's query read the profile of customers: `fields: ["email", "engage_profile.*"]`. */
export default defineLink(
  { linkable: CustomerModule.linkable.customer, field: "id" },
  // eslint-disable-next-line @medusajs/link-uses-linkable-properties -- profiles are no data model of Medusa's
  { linkable: profile },
  { readOnly: true }
)
