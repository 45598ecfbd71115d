import { z } from "@medusajs/framework/zod"

/** A place of the storefront where messages are shown. */
export const place = z
  .string()
  .regex(
    /^[a-z0-9][a-z0-9-]{0,39}$/,
    "must be small letters, digits and hyphens, such as account-page"
  )
