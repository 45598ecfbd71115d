import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { type Db, execute, query, queryOne } from "../../../lib/db"
import type { ClickRule } from "../../../types/event"
import {
  ACTIVE_CLICK_RULES,
  DELETE_CLICK_RULE,
  INSERT_CLICK_RULE,
  LIST_CLICK_RULES,
  ONE_CLICK_RULE,
  UPDATE_CLICK_RULE,
} from "./sql/click-rules"

/** Every page of the storefront loads all rules. */
const MOST_RULES = 100
const KEEP_MS = 15_000

type Row = Omit<ClickRule, "last_at" | "created_at"> & { last_at: Date | null; created_at: Date }
export type ClickRuleInput = Pick<ClickRule, "name" | "selector" | "page" | "keep_text">

/** A rule as the storefront script reads it: name, selector, part of the address, whether the text is kept. */
export type StorefrontRule = { n: string; s: string; p: string; t: boolean }

const cache = new WeakMap<object, { at: number; rules: Promise<StorefrontRule[]> }>()

/** All rules by which clicks become events, the newest first; there are at most {@link MOST_RULES}. */
export async function listClickRules(db: Db): Promise<ClickRule[]> {
  return (await query<Row>(db, LIST_CLICK_RULES)).map(present)
}

/** @throws MedusaError `not_found` */
export async function getClickRule(db: Db, id: string): Promise<ClickRule> {
  const row = await queryOne<Row>(db, ONE_CLICK_RULE, { id })
  if (!row) throw notFound(id)
  return present(row)
}

/**
 * Makes a rule that is on at once.
 * @returns its id
 * @throws MedusaError `not_allowed` when there are too many
 */
export async function createClickRule(db: Db, input: ClickRuleInput): Promise<string> {
  const id = generateEntityId(undefined, "eclk")
  const made = await execute(db, INSERT_CLICK_RULE, { id, ...input, most: MOST_RULES })
  if (!made)
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `There are ${MOST_RULES} rules already, and every page of the storefront loads all of them: delete one that is not needed`
    )
  cache.delete(db)
  return id
}

/** Changes a rule; what is left out stays. @throws MedusaError `not_found` */
export async function updateClickRule(
  db: Db,
  id: string,
  change: Partial<ClickRuleInput & Pick<ClickRule, "active">>
): Promise<void> {
  const stays = { name: null, selector: null, page: null, keep_text: null, active: null }
  if (!(await execute(db, UPDATE_CLICK_RULE, { ...stays, ...change, id }))) throw notFound(id)
  cache.delete(db)
}

/** Deletes a rule; its events stay. @throws MedusaError `not_found` */
export async function deleteClickRule(db: Db, id: string): Promise<void> {
  if (!(await execute(db, DELETE_CLICK_RULE, { id }))) throw notFound(id)
  cache.delete(db)
}

/** The rules that are on; kept for some seconds, since every page of the storefront asks. */
export function storefrontRules(db: Db, now: Date): Promise<StorefrontRule[]> {
  const kept = cache.get(db)
  if (kept && now.getTime() - kept.at < KEEP_MS) return kept.rules
  const rules = query<StorefrontRule>(db, ACTIVE_CLICK_RULES)
  cache.set(db, { at: now.getTime(), rules })
  rules.catch(() => cache.delete(db))
  return rules
}

function present(row: Row): ClickRule {
  return {
    ...row,
    last_at: row.last_at?.toISOString() ?? null,
    created_at: row.created_at.toISOString(),
  }
}

function notFound(id: string) {
  return new MedusaError(MedusaError.Types.NOT_FOUND, `Click rule with id ${id} was not found`)
}
