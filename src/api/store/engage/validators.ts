import { z } from "@medusajs/framework/zod"
import { place } from "../../place"
import { UpdateProfile } from "../../admin/engage/profiles/validators"

const { attributes, fields } = UpdateProfile.shape

/** What a signed-in customer may say of themselves; their e-mail is their login and changes elsewhere. */
export const UpdateOwnProfile = z.strictObject({
  attributes: attributes.unwrap().omit({ email: true }).optional(),
  fields,
})
export type UpdateOwnProfile = z.infer<typeof UpdateOwnProfile>

/** The tracker's visitor, when nobody is signed in. */
const visitor = z
  .string()
  .regex(/^[0-9a-f]{32}$/)
  .optional()

export const ListInApp = z.strictObject({ visitor, place: place.optional() })
export type ListInApp = z.infer<typeof ListInApp>

const key = (bytes: number) =>
  z
    .string()
    .regex(/^[\w-]+=*$/)
    .refine((text) => Buffer.from(text, "base64url").length === bytes, `must be ${bytes} bytes`)

/** What a browser's `PushSubscription` says, or the registration token of an app. */
export const PushSignUp = z
  .strictObject({
    subscription: z
      .object({
        endpoint: z.url().max(1_000),
        keys: z.object({ p256dh: key(65), auth: key(16) }),
      })
      .optional(),
    token: z
      .string()
      .regex(/^[\w:-]{20,1000}$/)
      .optional(),
    visitor,
  })
  .refine(({ subscription, token }) => !subscription !== !token, {
    message: "give either subscription or token",
  })
export type PushSignUp = z.infer<typeof PushSignUp>

export const PushSignOff = z.strictObject({
  /** Endpoint of the subscription, or the app's token. */
  address: z.string().min(1).max(1_000),
})
export type PushSignOff = z.infer<typeof PushSignOff>

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
