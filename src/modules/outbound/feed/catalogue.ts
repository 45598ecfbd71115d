import { z } from "@medusajs/framework/zod"

const at = z.iso.datetime().describe("When it happened, ISO 8601 in UTC")
const profile_id = z.string().describe("The person")
const campaign_id = z.string().describe("The campaign")
const enrollment_id = z.string().describe("This pass of the person through the campaign")

const profile = { profile_id, at }
const message = {
  message_id: z.string().describe("The message; the same in all events about it"),
  profile_id,
  channel: z.string().describe("`email`, `sms`, `push`, `in_app` or `telegram`"),
  source: z.string().describe("What sent it: `broadcast`, `campaign` or another part of the shop"),
  source_id: z.string().describe("Its id"),
  title: z.string().describe("Its name when the message was sent"),
  at,
}
const person = { campaign_id, enrollment_id, profile_id, at }
const members = z.object({
  segment_id: z.string().describe("The segment"),
  profile_ids: z.array(z.string()).describe("The people, at most 1,000"),
  at,
})

const profiles = (shape: z.ZodRawShape) =>
  z.object({ profiles: z.array(z.object(shape)).describe("At most 100") })
const messages = (shape: z.ZodRawShape) =>
  z.object({ messages: z.array(z.object(shape)).describe("At most 100") })
const people = (shape: z.ZodRawShape) =>
  z.object({ people: z.array(z.object(shape)).describe("At most 100") })

/** What others can hear of: each event with when it comes and what it carries. */
export const CATALOGUE = {
  "engage.profile.created": {
    when: "Somebody becomes known to the shop, in whatever way",
    data: profiles(profile),
  },
  "engage.profile.changed": {
    when: "A value of a profile changes: a contact, an attribute, a field of the shop's own, an RFM group",
    data: profiles({
      profile_id,
      kind: z.string().describe("`attribute`, `field`, `metric`, …"),
      key: z.string().describe("Which value; what it is now the profile says"),
      source: z.string().describe("Where the change came from"),
      at,
    }),
  },
  "engage.profile.consent_changed": {
    when: "Somebody agrees to messages or takes it back",
    data: profiles({
      profile_id,
      channel: z.string(),
      topic: z.string().describe("`*` for the channel as a whole"),
      state: z.string().describe("`subscribed` or `unsubscribed`"),
      method: z.string().describe("How it was said"),
      at,
    }),
  },
  "engage.profile.merged": {
    when: "Two profiles turn out to be one person",
    data: profiles({
      profile_id: z.string().describe("The profile that stays"),
      merged_profile_id: z.string().describe("The profile that is part of it now"),
      at,
    }),
  },
  "engage.profile.erased": {
    when: "Somebody's data is erased on request: erase it in your system too",
    data: profiles(profile),
  },
  "engage.segment.entered": { when: "People begin to match a segment", data: members },
  "engage.segment.left": { when: "People stop matching a segment", data: members },
  "engage.message.sent": { when: "The provider takes a message", data: messages(message) },
  "engage.message.failed": {
    when: "The provider refuses a message for good",
    data: messages(message),
  },
  "engage.message.delivered": {
    when: "The provider reports that a message arrived",
    data: messages(message),
  },
  "engage.message.opened": {
    when: "A person opens a message; what machines open does not count",
    data: messages(message),
  },
  "engage.message.clicked": {
    when: "A person clicks in a message; what machines click does not count",
    data: messages({ ...message, link: z.number().int().describe("Number of the link, from 0") }),
  },
  "engage.message.bounced": {
    when: "A message comes back",
    data: messages({
      ...message,
      bounce: z
        .string()
        .describe("`hard`, `soft` or `sender`; empty when the provider does not say"),
    }),
  },
  "engage.message.complained": {
    when: "Somebody marks a message as spam",
    data: messages(message),
  },
  "engage.message.unsubscribed": {
    when: "Somebody unsubscribes by a message",
    data: messages(message),
  },
  "engage.campaign.entered": { when: "Somebody enters a campaign", data: people(person) },
  "engage.campaign.step_done": {
    when: "Somebody has done a step of a campaign",
    data: people({
      ...person,
      version: z.number().int().describe("Version of the campaign"),
      step: z.string().describe("The step"),
      way: z.string().describe("The way they took from it"),
    }),
  },
  "engage.campaign.goal_reached": {
    when: "Somebody inside a campaign reaches its goal",
    data: people(person),
  },
  "engage.campaign.left": {
    when: "Somebody's way through a campaign ends",
    data: people({ ...person, reason: z.string().describe("`finished`, `goal`, `ordered`, …") }),
  },
  "engage.order.attributed": {
    when: "An order is credited to a message",
    data: z.object({
      orders: z
        .array(
          z.object({
            order_id: z.string().describe("Medusa's order, or the receipt's number"),
            profile_id,
            message_id: message.message_id,
            source: message.source,
            source_id: message.source_id,
            net: z.number().int().describe("Worth of the order in minor units"),
            currency: z.string().describe("ISO 4217, lower case"),
            at: z.iso.datetime().describe("When the order was placed"),
          })
        )
        .describe("At most 100"),
    }),
  },
} as const satisfies Record<string, { when: string; data: z.ZodType }>

export type OutboundType = keyof typeof CATALOGUE
export const OUTBOUND_TYPES = Object.keys(CATALOGUE) as OutboundType[]

/** What an event carries. */
export type OutboundData<Type extends OutboundType = OutboundType> = z.infer<
  (typeof CATALOGUE)[Type]["data"]
>

/** Something that happened, of one type, with up to 100 cases of it. */
export type OutboundEvent = { type: OutboundType; at: Date; data: Record<string, unknown> }
