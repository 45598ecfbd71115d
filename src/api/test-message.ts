import { z } from "@medusajs/framework/zod"
import { languageSchema } from "../modules/content/languages/schema"

/** Whom a test message goes to, and as whom. */
export const TestMessage = z.strictObject({
  /** An e-mail address or a phone number, where the channel needs one; else `profile_id` gets it. */
  to: z.string().trim().max(320).default(""),
  profile_id: z.string().max(100).nullish(),
  /** In which language of the template; null for its own, left out for that of the person. */
  language: languageSchema.nullish(),
})
export type TestMessage = z.infer<typeof TestMessage>

export const TestMessageList = TestMessage.omit({ to: true }).extend({
  /** Name of the list whose addresses get it, as far as the channel can write to them. */
  list: z.string().trim().min(1).max(100),
})
export type TestMessageList = z.infer<typeof TestMessageList>
