import { z } from "@medusajs/framework/zod"
import { UpdateProfile } from "../../admin/engage/profiles/validators"

const { attributes, fields } = UpdateProfile.shape

/** What a signed-in customer may say of themselves; their e-mail is their login and changes elsewhere. */
export const UpdateOwnProfile = z.strictObject({
  attributes: attributes.unwrap().omit({ email: true }).optional(),
  fields,
})
export type UpdateOwnProfile = z.infer<typeof UpdateOwnProfile>

export const ListInApp = z.strictObject({
  /** The tracker's visitor, when nobody is signed in. */
  visitor: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .optional(),
})
export type ListInApp = z.infer<typeof ListInApp>

/** A sign-up form. What it says of the person is written once they have confirmed their address. */
export const Subscribe = z.strictObject({
  email: z.string().max(320),
  topics: z.array(z.string().max(100)).max(50).default([]),
  attributes: attributes.unwrap().omit({ email: true }).optional(),
  fields,
  /** Which wording the form showed, e.g. its date; goes into the proof. */
  text_version: z.string().max(100).optional(),
})
export type Subscribe = z.infer<typeof Subscribe>
