import type { FixedText, Pieces } from "../lib/pieces"
import type { Channel } from "../types/common"
import type { ApprovedTemplate } from "../types/content"

export type Mailbox = { name: string; email: string }

/** What a message shows beside its text, on channels that have more than text. */
export type OutgoingCard = {
  image: string
  /** Where a press on the message leads. */
  link: string
  buttons: { label: string; url: string }[]
  /** Sent in place of the text, where a channel takes only what it approved. */
  template?: ApprovedTemplate | null
}

/** A file that goes along with e-mail. */
export type AttachedFile = {
  name: string
  /** MIME type. */
  type: string
  /** One for all messages that it goes along with, so that what can be done with it is done once. */
  base64: FixedText
}

/** A message ready to leave. Values are plain text: a provider encodes them for its wire. */
export type OutgoingMessage = {
  /** Which message of the ledger it is. */
  runId: number
  profileId: number
  pass: number
  /** Opaque and stable: the idempotency key, and the left part of the Message-ID. */
  token: string
  to: string
  from: Mailbox
  replyTo: string | null
  subject: string
  html: Pieces
  text: Pieces
  /** Null for e-mail and text messages. */
  card: OutgoingCard | null
  /** Of e-mail; none when left out. Messages that have any come one a call. */
  attachments?: AttachedFile[]
  /** How long it is worth showing, for channels that keep a message until the person can be reached; for good when left out. */
  lifetimeMinutes?: number | null
  date: Date
  /** Further headers, such as List-Unsubscribe. */
  headers: Record<string, string>
}

/** What became of one message. */
export type SendResult =
  /** The provider has it and answers for it. */
  | { state: "accepted"; providerId: string | null }
  /**
   * Not now: nothing was delivered, and it may be tried again. `provider` means that everybody has to wait, `message`
   * only this recipient. `retryAfterMs` is what the provider asked for, or `null`.
   */
  | { state: "deferred"; scope: "provider" | "message"; retryAfterMs: number | null; error: string }
  /** Never. `hard`: the address is dead. `rejected`: this message was refused. */
  | { state: "failed"; class: "hard" | "rejected"; error: string }
  /** It may have been delivered or not, and the provider cannot say. */
  | { state: "uncertain"; error: string }

export type Capabilities = {
  /** Most messages in one call. */
  batchSize: number
  /** Most open calls per process, and so the most calls whose outcome a crash can leave uncertain. */
  concurrency: number
  /** Whether a second call with the same token delivers nothing twice. */
  idempotent: boolean
  /** Whether an accepted message is a delivered one. */
  reportsDelivery: boolean
}

/** Hands messages of one channel to the world. */
export interface Provider {
  readonly name: string
  readonly channel: Channel
  readonly capabilities: Capabilities
  /** Present when the provider reports by webhook, and its secret is configured. */
  readonly reports?: ReportReader
  /** Present when what comes back lies in a mailbox that has to be read. */
  readonly mailbox?: ReportMailbox
  /** One result for each message, in order. Never throws for what a message or the network does. */
  sendBatch(messages: OutgoingMessage[]): Promise<SendResult[]>
  /** Ends connections; calls still open may be cut. */
  close(): Promise<void>
}

/**
 * What a bounce says. `hard`: the address is dead. `soft`: full, slow or greylisted; counts towards giving up.
 * `sender`: our doing (reputation, content, authentication), and no fault of the address. `ignore`: no bounce at all,
 * such as an absence note.
 */
export type BounceClass = "hard" | "soft" | "sender" | "ignore"

/** What a provider tells, some time after it accepted a message, became of it. */
export type DeliveryReport = {
  /** {@link OutgoingMessage.token} as it came back: what proves which message is meant. */
  token: string
  at: Date
  /** RFC 3463 status such as `5.1.1`, if there is one. */
  code: string | null
  /** What the receiving server or the provider said. */
  detail: string
} & ({ kind: "delivered" | "complained" } | { kind: "bounced"; class: BounceClass })

/** Somebody answered a message from us that they want no more of them. */
export type StopReport = {
  kind: "stopped"
  address: string
  /** Where they answered; the provider's own channel when absent. */
  channel?: Channel
  at: Date
  detail: string
}

/** Somebody wrote to the shop's number what stood in a link of theirs: they want its messages there. */
export type AgreeReport = {
  kind: "agreed"
  /** The number they wrote from. */
  address: string
  channel: Channel
  /** Who they are, as the link said. */
  invitation: string
  at: Date
}

/** What somebody did in a chat with the shop's bot. */
export type ChatReport = { address: string; at: Date } & (
  | {
      kind: "joined"
      /** What stood in the link through which they came, if they came by one. */
      invitation: string | null
      name: string | null
    }
  | { kind: "left" }
  | {
      kind: "pressed"
      /** Which press: the same one again counts once. */
      id: string
      /** {@link OutgoingMessage.token} of the message that the button belongs to. */
      token: string
      /** Number of the button, from 0. */
      button: number
    }
)

/** A request that a provider made to our webhook. */
export type WebhookRequest = {
  /** By lower-case name. */
  headers: Record<string, string | undefined>
  /** Path and query as they were called. */
  target?: string
  body: Buffer
  now: Date
}

/** Understands the webhooks of one provider. */
export interface ReportReader {
  /**
   * The reports in a request that proves to come from the provider.
   * @throws NotSignedError for anybody else's
   */
  read(request: WebhookRequest): Promise<(DeliveryReport | StopReport | AgreeReport | ChatReport)[]>
}

/** A mailbox with what came back. */
export interface ReportMailbox {
  /** How often it is looked into. */
  readonly everyMs: number
  /**
   * Reads what nobody has read, and marks it once `keep` has resolved.
   * @returns how many mails were read
   * @throws Error in the words of the mail server
   */
  read(
    keep: (reports: DeliveryReport[]) => Promise<void>,
    now: Date,
    signal: AbortSignal
  ): Promise<number>
}

/** The request does not prove who made it. */
export class NotSignedError extends Error {}
