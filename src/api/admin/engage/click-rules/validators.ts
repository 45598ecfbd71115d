import { z } from "@medusajs/framework/zod"

const rule = {
  name: z.string().trim().min(1, "must not be empty").max(100),
  /** Whether it is a CSS selector only a browser can tell; one that is none finds nothing. */
  selector: z
    .string()
    .trim()
    .min(1, "must not be empty")
    .max(300)
    .regex(/^[^{}\0\n\r]+$/, "must be a CSS selector such as .size-guide or a[href^='tel:']"),
  page: z.string().trim().max(300),
  keep_text: z.boolean(),
}

export const CreateClickRule = z.strictObject({
  ...rule,
  page: rule.page.default(""),
  keep_text: rule.keep_text.default(false),
})
export type CreateClickRule = z.infer<typeof CreateClickRule>

export const UpdateClickRule = z.strictObject({ ...rule, active: z.boolean() }).partial()
export type UpdateClickRule = z.infer<typeof UpdateClickRule>
