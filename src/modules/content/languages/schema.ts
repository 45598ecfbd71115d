import { z } from "@medusajs/framework/zod"
import { readLanguage } from "./choose"

/** A language as the API takes it, in whatever way it is written. */
export const languageSchema = z.string().transform((value, context) => {
  const read = readLanguage(value)
  if (!read) context.addIssue({ code: "custom", message: "must be a language such as de or pt-BR" })
  return read ?? z.NEVER
})
