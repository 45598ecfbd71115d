import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { subDays } from "date-fns"
import type { Failure } from "../types/overview"
import { type Db, execute, query } from "./db"
import { DROP_FAILURES, LAST_FAILURES, NOTE_FAILURE } from "./sql/failures"

const KEPT_DAYS = 30
const MAX_LENGTH = 500
const SHOWN = 50

const SECRETS: [RegExp, string][] = [
  [/\/\/[^/\s@]*:[^/\s]+@/g, "//…@"],
  [/[\w.+-]+@[\w-]+(\.[\w-]+)+/g, "<e-mail>"],
  [/\+\d{7,15}\b/g, "<phone>"],
  [/\b(bearer|basic)\s+\S+/gi, "$1 <secret>"],
  [
    /\b(\w*(?:password|secret|token|api[_-]?key|authorization))(["']?\s*[:=]\s*["']?)[^\s"',;}&]+/gi,
    "$1$2<secret>",
  ],
  [/\b(?=[\w-]*\d)[\w-]{32,}\b/g, "<secret>"],
]

/** An error's text without passwords, keys, addresses and numbers of people, cut to a readable length. */
export function harmless(text: string): string {
  const clean = SECRETS.reduce((rest, [secret, shown]) => rest.replace(secret, shown), text)
  return clean.length > MAX_LENGTH ? `${clean.slice(0, MAX_LENGTH)}…` : clean
}

/** Keeps what failed in the background for the health page; a failure of this itself is let go. */
export async function noteFailure(db: Db, place: string, error: unknown, now: Date): Promise<void> {
  const message = harmless(said(error))
  await execute(db, NOTE_FAILURE, { place, message, now }).catch(() => undefined)
}

/** What an error says. The database client puts the whole statement before it, with the values that it was given. */
export function said(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const fromDatabase = "severity" in error
  return fromDatabase ? error.message.split(" - ").at(-1)! : error.message
}

/** What a job does, with its failure kept as well as thrown. */
export async function noted(
  container: MedusaContainer,
  place: string,
  work: () => Promise<unknown>
): Promise<void> {
  try {
    await work()
  } catch (error) {
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    await noteFailure(db, place, error, new Date())
    throw error
  }
}

/** What failed in the last 30 days, latest first. */
export async function lastFailures(db: Db, now: Date): Promise<Failure[]> {
  type Row = Omit<Failure, "first_at" | "last_at"> & { first_at: Date; last_at: Date }
  const since = subDays(now, KEPT_DAYS)
  const rows = await query<Row>(db, LAST_FAILURES, { since, limit: SHOWN })
  return rows.map((row) => ({
    ...row,
    first_at: row.first_at.toISOString(),
    last_at: row.last_at.toISOString(),
  }))
}

/** Forgets failures that are older than the page shows. */
export async function dropOldFailures(db: Db, now: Date): Promise<void> {
  await execute(db, DROP_FAILURES, { before: subDays(now, KEPT_DAYS) })
}
