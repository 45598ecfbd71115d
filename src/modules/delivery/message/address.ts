import { wireAddress } from "../../../providers/mime/address"
import { channelForm } from "../../../types/channel-form"
import type { Channel } from "../../../types/common"
import type { Recipient } from "../../content/render/recipient"

/** Where a person is reached on a channel; empty where the provider finds the person by itself. */
export function addressOf(channel: Channel, { email, phone }: Pick<Recipient, "email" | "phone">) {
  const { to } = channelForm(channel)
  if (to === "email") return email ?? ""
  return to === "phone" ? (phone ?? "") : ""
}

/** An address as a channel's provider takes it, or `undefined` when it is none; empty where there are none. Phone numbers are in E.164. */
export function readAddress(channel: Channel, text: string): string | undefined {
  if (channel === "email") return wireAddress(text)
  if (!isWritten(channel)) return ""
  const number = text.replace(/[\s()./-]/g, "")
  return /^\+[1-9]\d{6,14}$/.test(number) ? number : undefined
}

/** Whether a channel needs an address that somebody can write down. */
export function isWritten(channel: Channel): boolean {
  const { to } = channelForm(channel)
  return to === "email" || to === "phone"
}

/** What to tell somebody whose address {@link readAddress} does not take. */
export function addressProblem(channel: Channel): string {
  return channel === "email"
    ? "must be an e-mail address"
    : "must be a phone number with its country code, such as +4915112345678"
}
