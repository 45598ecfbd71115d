import { z } from "@medusajs/framework/zod"

/** A name that stands in a header: anything that cannot begin another line. */
export const senderName = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^[^\p{Cc}\u2028\u2029]*$/u, "the sender's name must be one line")

/** `shop`, `rules`, or the id of a sender. */
export const senderChoice = z.string().min(1).max(100)
