import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { Db } from "../../../lib/db"
import { writeAttributes } from "../../../modules/profile/fields/attributes"
import type { ProfilePlan } from "../../../modules/profile/fields/plan"
import { type Change, writeValues } from "../../../modules/profile/fields/values"
import type { FieldValue } from "../../../types/field"
import type { UpdateProfileInput } from "./plan-update"

type Values = Pick<ProfilePlan, "attributes" | "fields" | "metrics">
type WriteInput = {
  input: Pick<UpdateProfileInput, "profileId" | "source" | "actor" | "reason">
  plan: Values
}

const KNOWN = `select custom, assigned from engage_profile where id = ?`

/** Writes attributes, fields and metrics of one person with their history; taken back by writing what was before. */
export const writeProfileStep = createStep(
  "engage-write-profile",
  async ({ input, plan }: WriteInput, { container }) => {
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const { profileId, source, actor, reason } = input
    const change = { source, actor, reason, at: new Date() }
    const before = await db.transaction((trx) => write(trx, profileId, plan, change))
    return new StepResponse(profileId, { profileId, before })
  },
  async (undo, { container }) => {
    if (!undo) return
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const change = { source: "job", reason: "the change before was undone", at: new Date() }
    await db.transaction((trx) => write(trx, undo.profileId, undo.before, change))
  }
)

async function write(db: Db, profile: number, values: Values, change: Change): Promise<Values> {
  const { rows } = (await db.raw(KNOWN, [profile])) as {
    rows: { custom: Stored; assigned: Stored }[]
  }
  const entries = (of: Record<string, FieldValue>) =>
    Object.entries(of).map(([key, value]) => ({ profileId: profile, key, value }))
  await writeValues(db, "profile", entries(values.fields), change)
  await writeValues(db, "metric", entries(values.metrics), change)
  const [attributes] = await writeAttributes(db, [{ profile, wanted: values.attributes }], change)
  if (!attributes) throw new MedusaError(MedusaError.Types.NOT_FOUND, "Profile was not found")
  return {
    attributes,
    fields: former(rows[0]?.custom, values.fields),
    metrics: former(rows[0]?.assigned, values.metrics),
  }
}

type Stored = Record<string, FieldValue> | null

function former(stored: Stored, written: Record<string, FieldValue>): Record<string, FieldValue> {
  return Object.fromEntries(Object.keys(written).map((key) => [key, stored?.[key] ?? null]))
}
