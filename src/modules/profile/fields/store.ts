import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { type Db, execute, query, queryOne } from "../../../lib/db"
import type { Field, FieldOption, FieldScope, FieldType } from "../../../types/field"
import { METRIC_FIELD_TYPES } from "../../../types/field"
import { CATEGORY_OPTIONS, FILL_FIELD } from "../shop/metadata"
import {
  COUNT_VALUES,
  DELETE_FIELD,
  DROP_VALUES,
  FIELD_BY_ID,
  FIELDS,
  HOME,
  INSERT_FIELD,
  LOCK_FIELDS,
  ORDER_FIELDS,
  UPDATE_FIELD,
} from "../sql/fields"

export type FieldInput = {
  scope: FieldScope
  key: string
  label: string
  description?: string
  type: FieldType
  options?: FieldOption[]
  metadata_key?: string | null
  visible?: boolean
  position?: number
}

export type FieldPatch = Partial<
  Pick<FieldInput, "label" | "description" | "options" | "visible" | "position">
>

/** Whose choices are the shop's product categories. */
export const CATEGORY_FIELD = "preferred_categories"

type Row = Omit<Field, "created_at"> & { created_at: Date }

/** The shop's fields of one scope or of all, in their order. */
export async function listFields(db: Db, scope?: FieldScope): Promise<Field[]> {
  const rows = await query<Row>(db, FIELDS, { scope: scope ?? null })
  const open = rows.find((row) => row.key === CATEGORY_FIELD && !row.options.length)
  if (open) open.options = await query<FieldOption>(db, CATEGORY_OPTIONS)
  return rows.map(toField)
}

/** @throws MedusaError `not_found` */
export async function getField(db: Db, id: string): Promise<Field> {
  const row = await queryOne<Row>(db, FIELD_BY_ID, { id })
  return row ? toField(row) : notFound(id)
}

/**
 * Registers a field. One that is bound to a key of Medusa's metadata is read out of all rows that have it.
 * @throws MedusaError `duplicate_error` for a key that is taken, `invalid_data` for a metric of a wrong type
 */
export async function createField(db: Db, input: FieldInput): Promise<Field> {
  checkMetric(input)
  return db.transaction(async (trx) => {
    const row = await queryOne<Row>(trx, INSERT_FIELD, {
      id: generateEntityId(undefined, "fld"),
      ...input,
      description: input.description ?? "",
      options: JSON.stringify(input.options ?? []),
      metadata_key: input.metadata_key ?? null,
      visible: input.visible ?? true,
      position: input.position ?? null,
    })
    if (!row) {
      throw new MedusaError(
        MedusaError.Types.DUPLICATE_ERROR,
        `key: there is a field ${input.key} already; choose another key`
      )
    }
    if (row.metadata_key && row.scope !== "metric") {
      const { key, type, metadata_key } = row
      await execute(trx, FILL_FIELD[row.scope], { key, type, metadata_key })
    }
    return toField(row)
  })
}

/** Changes how a field is shown; what it holds and its type stay. @throws MedusaError `not_found` */
export async function updateField(db: Db, id: string, patch: FieldPatch): Promise<Field> {
  const row = await queryOne<Row>(db, UPDATE_FIELD, {
    id,
    label: patch.label ?? null,
    description: patch.description ?? null,
    options: patch.options ? JSON.stringify(patch.options) : null,
    visible: patch.visible ?? null,
    position: patch.position ?? null,
  })
  return row ? toField(row) : notFound(id)
}

/**
 * Puts all fields of one scope in an order.
 * @throws MedusaError `invalid_data` when they are not exactly the fields of one scope
 */
export async function orderFields(db: Db, ids: string[]): Promise<void> {
  const all = await listFields(db)
  const scope = all.find(({ id }) => id === ids[0])?.scope
  const wanted = all.filter((field) => field.scope === scope).map(({ id }) => id)
  if (wanted.length !== ids.length || !wanted.every((id) => ids.includes(id)))
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "ids: must be all fields of one scope, each once; read the fields again"
    )
  await db.transaction(async (trx) => {
    await execute(trx, LOCK_FIELDS, { ids })
    await execute(trx, ORDER_FIELDS, { ids })
  })
}

/** How many rows have a value. */
export async function countValues(db: Db, field: Field): Promise<number> {
  return (await queryOne<{ n: number }>(db, COUNT_VALUES(HOME[field.scope]), { key: field.key }))!.n
}

/** Removes a field with all its values here; Medusa's metadata is left alone. @throws MedusaError `not_found` */
export async function deleteField(db: Db, id: string): Promise<void> {
  await db.transaction(async (trx) => {
    const row = await queryOne<Row>(trx, DELETE_FIELD, { id })
    if (!row) notFound(id)
    await execute(trx, DROP_VALUES(HOME[row!.scope]), { key: row!.key })
  })
}

function checkMetric({ scope, type, metadata_key }: FieldInput): void {
  if (scope !== "metric") return
  if (!(METRIC_FIELD_TYPES as readonly string[]).includes(type) || metadata_key) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `type: a metric is one of ${METRIC_FIELD_TYPES.join(", ")}, and is not bound to metadata`
    )
  }
}

function toField({ created_at, ...row }: Row): Field {
  return { ...row, created_at: created_at.toISOString() }
}

function notFound(id: string): never {
  throw new MedusaError(MedusaError.Types.NOT_FOUND, `Field with id ${id} was not found`)
}
