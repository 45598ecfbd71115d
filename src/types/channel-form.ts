import type { Channel, SendingChannel } from "./common"

/** What a message of a channel is made of, and what it needs to reach somebody. */
export type ChannelForm = {
  /** What it is called where rules are put into words. */
  label: string
  /** HTML with a text beside it, a text alone, or a text with a picture and buttons. */
  body: "html" | "text" | "card"
  /** Whether it has a subject or title. */
  title: boolean
  /** Whether the message as a whole can be pressed. */
  link: boolean
  /** Most buttons that people see. */
  buttons: number
  /** Whether a button without an address is an answer that comes back to the shop. */
  answers: boolean
  /** Whether somebody who has not written first is reached by an approved template only. */
  approved?: true
  /** Where it goes: an address that can be written down, an app or browser that signed up, or the shop's own pages. */
  to: "email" | "phone" | "endpoint" | "shop"
}

/** The form of messages of a channel; of e-mail where none is named. */
export function channelForm(channel: Channel = "email"): ChannelForm {
  return CHANNEL_FORMS[channel as SendingChannel]
}

const CARD = { body: "card", title: true, link: true, answers: false } as const

/** The form of each channel. */
export const CHANNEL_FORMS: Record<SendingChannel, ChannelForm> = {
  email: {
    label: "E-mail",
    body: "html",
    title: true,
    link: false,
    buttons: 0,
    answers: false,
    to: "email",
  },
  sms: {
    label: "SMS",
    body: "text",
    title: false,
    link: false,
    buttons: 0,
    answers: false,
    to: "phone",
  },
  viber: { ...CARD, label: "Viber", title: false, link: false, buttons: 1, to: "phone" },
  whatsapp: {
    ...CARD,
    label: "WhatsApp",
    title: false,
    link: false,
    buttons: 0,
    to: "phone",
    approved: true,
  },
  in_app: { ...CARD, label: "In-app message", buttons: 2, to: "shop" },
  push: { ...CARD, label: "Push", buttons: 2, to: "endpoint" },
  telegram: {
    ...CARD,
    label: "Telegram",
    title: false,
    link: false,
    buttons: 3,
    answers: true,
    to: "endpoint",
  },
}
