import { z } from "@medusajs/framework/zod"
import { languageSchema } from "../../../../modules/content/languages/schema"
import { senderName } from "../../../../modules/delivery/senders/schema"

const email = z.email().max(254)

const sender = z.strictObject({ name: senderName, email, reply_to: email.nullable() })

export const CreateSender = sender.extend({ reply_to: email.nullable().default(null) })
export type CreateSender = z.infer<typeof CreateSender>

export const UpdateSender = sender.partial()
export type UpdateSender = z.infer<typeof UpdateSender>

export const SaveSenderRules = z.strictObject({
  rules: z
    .array(
      z
        .strictObject({
          language: languageSchema.nullable().default(null),
          sales_channel_id: z.string().min(1).max(100).nullable().default(null),
          sender_id: z.string().min(1).max(100),
        })
        .refine(
          ({ language, sales_channel_id }) => language !== null || sales_channel_id !== null,
          "name a language or a sales channel"
        )
    )
    .max(100),
})
export type SaveSenderRules = z.infer<typeof SaveSenderRules>
