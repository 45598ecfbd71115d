import type { z } from "@medusajs/framework/zod"
import type { Answers } from "./answers"

/** A route of the admin API as the reference describes it; its answer is the type under its key in `Answers`. */
export type AdminRoute = {
  /** One line: what it does. */
  summary: string
  /** What one line cannot hold. */
  details?: string
  query?: z.ZodType
  body?: z.ZodType
  /** Whether a wrong rule is answered with the list of its problems. */
  ruleProblems?: true
}

/** Routes under their method and path, e.g. `GET /admin/engage/profiles/:id`. */
export type AdminRoutes = Record<keyof Answers, AdminRoute>

/** What a public route may answer with. */
type PublicType = "text/html" | "image/gif" | "text/javascript" | "application/json"

/** A route that people and mail programs open from a message; it needs no login and answers no JSON. */
export type PublicRoute = {
  summary: string
  details?: string
  /** Fields of the posted form. */
  form?: z.ZodType
  /** Answers by HTTP status; `type` is the content type, if there is content. */
  answers: Record<number, { description: string; type?: PublicType }>
}
