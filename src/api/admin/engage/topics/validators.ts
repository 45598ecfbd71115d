import { z } from "@medusajs/framework/zod"

export const SaveTopic = z.strictObject({
  key: z
    .string()
    .regex(
      /^[a-z][a-z0-9_-]{0,39}$/,
      "key: must begin with a letter and hold lower-case letters, digits, _ and - only, at most 40"
    ),
  name: z.string().trim().min(1).max(100),
  description: z.string().trim().max(300).default(""),
  private: z.boolean().default(false),
  archived: z.boolean().default(false),
})
export type SaveTopic = z.infer<typeof SaveTopic>

export const SavePreferenceText = z.strictObject({
  title: z.string().trim().min(1).max(100),
  intro: z.string().trim().max(500),
})
export type SavePreferenceText = z.infer<typeof SavePreferenceText>
