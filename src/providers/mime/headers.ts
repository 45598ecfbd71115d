import type { Mailbox, OutgoingMessage } from "../provider"

const CONTROL = /[\u0000-\u001f\u007f]+/g

/** The headers of a message as a reader sees them, in wire order: values not encoded yet, and never with a line break. */
export function mailHeaders(message: OutgoingMessage): [name: string, value: string][] {
  const domain = message.from.email.slice(message.from.email.lastIndexOf("@") + 1)
  const headers: [string, string][] = [
    ["From", mailbox(message.from)],
    ["To", message.to],
    ["Subject", message.subject],
    ["Date", rfc5322Date(message.date)],
    ["Message-ID", `<${message.token}@${domain}>`],
    ...(message.replyTo ? [["Reply-To", message.replyTo] as [string, string]] : []),
    ...Object.entries(message.headers),
  ]
  return headers.map(([name, value]) => [name, oneLine(value)])
}

/** A header's value without line breaks and other control characters, by which one header could become two. */
export function oneLine(value: string): string {
  return value.replace(CONTROL, " ").trim()
}

/** Headers with {@link oneLine} values, for APIs that put them on the wire themselves. */
export function oneLineHeaders(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, oneLine(value)]))
}

/** A mailbox as people read it. */
export function mailbox({ name, email }: Mailbox): string {
  if (!name) return email
  const plain = /^[\w !#$%&'*+\-/=?^`{|}~\u0080-\uffff]*$/.test(name)
  return `${plain ? name : `"${name.replace(/(["\\])/g, "\\$1")}"`} <${email}>`
}

/** A time as mail headers have it, in UTC. */
export function rfc5322Date(date: Date): string {
  return date.toUTCString().replace("GMT", "+0000")
}
