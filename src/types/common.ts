/** Where a message can go. */
export const CHANNELS = [
  "email",
  "sms",
  "viber",
  "push",
  "in_app",
  "telegram",
  "whatsapp",
  "voice",
  "call",
] as const
export type Channel = (typeof CHANNELS)[number]

/** Things that lie in folders and have tags, as the API names them. */
export const FILED_KINDS = [
  "segments",
  "audiences",
  "templates",
  "broadcasts",
  "campaigns",
] as const
export type FiledKind = (typeof FILED_KINDS)[number]

/** Channels that messages can be written for and sent through. */
export const SENDING_CHANNELS = [
  "email",
  "sms",
  "viber",
  "whatsapp",
  "in_app",
  "push",
  "telegram",
] as const satisfies Channel[]
export type SendingChannel = (typeof SENDING_CHANNELS)[number]

/** Whether messages can be written for a channel of this name. */
export function isSendingChannel(name: string): name is SendingChannel {
  return (SENDING_CHANNELS as readonly string[]).includes(name)
}

/** What a person has said about being contacted. `none`: never asked. */
export const CONSENT_STATES = ["subscribed", "unsubscribed", "pending", "none"] as const
export type ConsentState = (typeof CONSENT_STATES)[number]

/** How often somebody wants to hear about a topic on a channel: every message, or at most one in a week or a month. */
export const FREQUENCIES = ["every", "weekly", "monthly"] as const
export type Frequency = (typeof FREQUENCIES)[number]

/** What messages can be about. A private topic is offered in no form and on no page. */
export type Topic = {
  key: string
  name: string
  description: string
  /** Offered in no form and on no preference page. */
  private: boolean
  /** Put away: nothing new can be about it, and nobody is asked. What people said about it stays. */
  archived: boolean
}

/** Words of the page on which people choose topics. */
export type PreferenceText = { title: string; intro: string }

/** The topic that stands for the channel as a whole. */
export const ANY_TOPIC = "*"

/** What a message was sent by: a broadcast, or a step of a campaign. */
export type MessageSource = { kind: "broadcast" | "campaign"; id: string; name: string }

/** Instants are ISO 8601 in UTC everywhere in the API. */
export type Iso = string

/** A page of a list; pass `next_cursor` back as `cursor` for the next one. */
export type Page<Key extends string, Item> = Record<Key, Item[]> & { next_cursor: string | null }
