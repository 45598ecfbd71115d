import { MedusaError } from "@medusajs/framework/utils"
import { type Db, queryOne } from "../../../lib/db"
import type { EngageOptions } from "../../../lib/options"
import type { Field, FieldValue } from "../../../types/field"
import type { EditableAttribute } from "../../../types/profile"
import { LEADING_CUSTOMER } from "../shop/leading-customer"
import { coerceValue } from "./coerce"
import { listFields } from "./store"

export type Attributes = Partial<Record<EditableAttribute, string | null>>

export type ProfilePatch = {
  attributes?: Attributes
  /** By the fields' keys. */
  fields?: Record<string, unknown>
  /** Assigned metrics by their keys. */
  metrics?: Record<string, unknown>
}

/** What an edit comes to: values to write here, and what of it is Medusa's and has to be written there. */
export type ProfilePlan = {
  attributes: Attributes
  fields: Record<string, FieldValue>
  metrics: Record<string, FieldValue>
  customer: { id: string; update: Record<string, unknown> } | null
  address: { id: string | null; customer_id: string; values: Record<string, unknown> } | null
}

export type LeadingCustomer = {
  id: string
  email: string | null
  has_account: boolean
  metadata: Record<string, unknown> | null
  address_id: string | null
}

const IN_CUSTOMER = ["first_name", "last_name", "phone", "email"] as const
const IN_METADATA = ["birthday", "gender", "language"] as const
const IN_ADDRESS = { city: "city", postal_code: "postal_code", country: "country_code" } as const

/**
 * Checks an edit and says where each value goes.
 * @throws MedusaError `invalid_data` for a value that its field does not take, `not_allowed` for the e-mail of an account
 */
export async function planUpdate(
  db: Db,
  profile: number,
  patch: ProfilePatch,
  keys: EngageOptions["customerMetadata"]
): Promise<ProfilePlan> {
  const customer = await queryOne<LeadingCustomer>(db, LEADING_CUSTOMER, { profile })
  const fields = await listFields(db)
  return makePlan(patch, customer, fields, keys)
}

/** {@link planUpdate} without its reading. */
export function makePlan(
  { attributes = {}, fields = {}, metrics = {} }: ProfilePatch,
  customer: LeadingCustomer | undefined,
  known: Field[],
  keys: EngageOptions["customerMetadata"]
): ProfilePlan {
  if (
    customer?.has_account &&
    attributes.email !== undefined &&
    attributes.email !== customer.email
  ) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "email: this person signs in with it, so only they can change it, in the shop"
    )
  }
  const plan: ProfilePlan = {
    attributes,
    fields: coerceAll(known, "profile", fields),
    metrics: coerceAll(known, "metric", metrics),
    customer: null,
    address: null,
  }
  if (!customer) return plan
  const metadata: Record<string, unknown> = {}
  for (const key of IN_METADATA) if (key in attributes) metadata[keys[key]] = attributes[key]
  for (const [key, value] of Object.entries(plan.fields)) {
    const bound = known.find((f) => f.scope === "profile" && f.key === key)?.metadata_key
    if (bound) metadata[bound] = value
  }
  const update: Record<string, unknown> = pick(attributes, IN_CUSTOMER)
  if (Object.keys(metadata).length) update.metadata = { ...customer.metadata, ...metadata }
  if (Object.keys(update).length) plan.customer = { id: customer.id, update }
  const values = Object.fromEntries(
    Object.entries(IN_ADDRESS).flatMap(([key, column]) =>
      key in attributes ? [[column, attributes[key as EditableAttribute]]] : []
    )
  )
  if (Object.keys(values).length)
    plan.address = { id: customer.address_id, customer_id: customer.id, values }
  return plan
}

function coerceAll(
  known: Field[],
  scope: Field["scope"],
  values: Record<string, unknown>
): Record<string, FieldValue> {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => {
      const field = known.find((f) => f.scope === scope && f.key === key)
      if (!field) {
        throw new MedusaError(
          MedusaError.Types.INVALID_DATA,
          `${key}: there is no such ${scope === "metric" ? "metric" : "field"}; register it under Fields first`
        )
      }
      return [key, coerceValue(field, value)]
    })
  )
}

function pick(attributes: Attributes, keys: readonly EditableAttribute[]): Record<string, unknown> {
  return Object.fromEntries(
    keys.flatMap((key) => (key in attributes ? [[key, attributes[key]]] : []))
  )
}
