import { MedusaError } from "@medusajs/framework/utils"
import { type Db, execute, query, queryOne } from "../../../lib/db"
import type { Constant, ConstantKind } from "../../../types/content"
import {
  CONSTANT_USES,
  CONSTANTS,
  DELETE_CONSTANT,
  INSERT_CONSTANT,
  UPDATE_CONSTANT,
} from "../sql/constants"
import type { ConstantValues } from "./bake"

type Row = Omit<Constant, "used_in">
type Use = { key: string; id: string; name: string }

/** The shop's constants with the templates that use each. */
export async function listConstants(db: Db): Promise<Constant[]> {
  const rows = await query<Row>(db, CONSTANTS)
  const uses = await query<Use>(db, CONSTANT_USES)
  return rows.map((row) => ({
    ...row,
    used_in: uses.filter(({ key }) => key === row.key).map(({ id, name }) => ({ id, name })),
  }))
}

/** The values alone. */
export async function constantValues(db: Db): Promise<ConstantValues> {
  const rows = await query<Row>(db, CONSTANTS)
  return new Map(rows.map(({ key, value }) => [key, value]))
}

/** @throws MedusaError `duplicate_error` when the key is taken, `invalid_data` for a wrong value */
export async function createConstant(
  db: Db,
  input: { key: string; label: string; kind: ConstantKind; value: string },
  now: Date
): Promise<Row> {
  assertValue(input.kind, input.value)
  const row = await queryOne<Row>(db, INSERT_CONSTANT, { ...input, now })
  if (!row) {
    throw new MedusaError(
      MedusaError.Types.DUPLICATE_ERROR,
      `There is a constant called "${input.key}" already`
    )
  }
  return row
}

/** Changes label or value. Messages that are sent from now on have it. @throws MedusaError `not_found`, `invalid_data` */
export async function updateConstant(
  db: Db,
  key: string,
  change: { label?: string; value?: string },
  now: Date
): Promise<Row> {
  const before = (await query<Row>(db, CONSTANTS)).find((row) => row.key === key)
  if (!before) missing(key)
  if (change.value !== undefined) assertValue(before.kind, change.value)
  const { label = null, value = null } = change
  return (await queryOne<Row>(db, UPDATE_CONSTANT, { key, label, value, now })) ?? missing(key)
}

/** @throws MedusaError `not_found`, or `not_allowed` for one that is built in or in use */
export async function deleteConstant(db: Db, key: string): Promise<void> {
  const constant = (await listConstants(db)).find((row) => row.key === key)
  if (!constant) missing(key)
  const refuse = (message: string): never => {
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, message)
  }
  if (constant.built_in) refuse(`"${constant.label}" belongs to every shop: leave it empty instead`)
  const [used] = constant.used_in
  if (used) refuse(`"${constant.label}" is used in the template "${used.name}": take it out first`)
  await execute(db, DELETE_CONSTANT, { key })
}

function assertValue(kind: ConstantKind, value: string): void {
  const problem = VALUE_PROBLEM[kind](value)
  if (problem) throw new MedusaError(MedusaError.Types.INVALID_DATA, `value: ${problem}`)
}

const isAddress = (value: string) => !value || /^https?:\/\/[^\s"<>]+$/i.test(value)

const VALUE_PROBLEM: Record<ConstantKind, (value: string) => string | undefined | false> = {
  text: (value) => /\{[{%]/.test(value) && "must not contain variables",
  link: (value) => !isAddress(value) && "must be an address that starts with https://",
  image: (value) => !isAddress(value) && "must be the address of a picture",
  color: (value) => !/^#[0-9a-f]{6}$/i.test(value) && "must be a colour such as #1a2b3c",
}

function missing(key: string): never {
  throw new MedusaError(MedusaError.Types.NOT_FOUND, `There is no constant called "${key}"`)
}
