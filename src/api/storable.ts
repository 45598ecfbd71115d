import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { isStorable, UNSTORABLE_SAYS } from "../lib/storable"

/** Checks each of its events by itself, so that one bad event does not cost the others. */
const EACH_ALONE = "/admin/engage/events"

/** Deepest that a body is nested: rules in rules in rules come nowhere near. */
const MAX_DEPTH = 64

/**
 * Refuses addresses and query parameters with text that Postgres cannot hold, which would fail wherever it is looked up.
 * @throws MedusaError `invalid_data` naming the parameter
 */
export function storableAddress(req: MedusaRequest, _: MedusaResponse, next: MedusaNextFunction) {
  const path = decoded(req.path)
  if (path === undefined || !isStorable(path))
    refuse("address", "must be UTF-8, with % written as %25, and without NUL")
  const problem = problemOf(req.query)
  if (problem) refuse(problem.field, problem.says)
  next()
}

/**
 * Refuses bodies with text that Postgres cannot hold, or nested so deeply that checking them would fail.
 * @throws MedusaError `invalid_data` naming the field
 */
export function storableBody(req: MedusaRequest, _: MedusaResponse, next: MedusaNextFunction) {
  const problem = req.baseUrl + req.path === EACH_ALONE ? undefined : problemOf(req.body)
  if (problem) refuse(problem.field, problem.says)
  next()
}

type Problem = { field: string; says: string }

function problemOf(value: unknown, path: string[] = []): Problem | undefined {
  if (typeof value === "string")
    return isStorable(value) ? undefined : { field: path.join("."), says: UNSTORABLE_SAYS }
  if (typeof value !== "object" || value === null || Buffer.isBuffer(value)) return undefined
  if (path.length >= MAX_DEPTH)
    return { field: path[0], says: `nested more than ${MAX_DEPTH} deep` }
  for (const [key, inner] of Object.entries(value)) {
    if (!isStorable(key)) return { field: path.join(".") || "body", says: UNSTORABLE_SAYS }
    const problem = problemOf(inner, [...path, key])
    if (problem) return problem
  }
  return undefined
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}

function refuse(field: string, says: string): never {
  throw new MedusaError(MedusaError.Types.INVALID_DATA, `${field}: ${says}`)
}
