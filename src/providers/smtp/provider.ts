import { wireAddress } from "../mime/address"
import { type DkimOptions, DkimSigner } from "../mime/dkim"
import type { Capabilities, OutgoingMessage, Provider, ReportReader, SendResult } from "../provider"
import { bounceAddress } from "./bounce-address"
import { BounceMailbox, type BounceMailboxOptions } from "./bounce-mailbox"
import { SmtpConnection } from "./connection"
import { MailReports } from "./mail-reports"
import { parseServer, type Server } from "./server"
import { transact } from "./transaction"

const MESSAGES_PER_CONNECTION = 1_000
const IDLE_MS = 30_000

export type SmtpOptions = {
  url: string
  connections: number
  tls?: Server["tls"]
  dkim?: DkimOptions
  returnPath?: string
  bounceSecret?: string
  bounceMailbox?: BounceMailboxOptions
}

/** Sends by SMTP over connections that stay open, at most `connections` of them in a process. */
export class SmtpProvider implements Provider {
  readonly name = "smtp"
  readonly channel = "email"
  readonly capabilities: Capabilities
  readonly reports?: ReportReader
  readonly mailbox?: BounceMailbox
  private readonly server: Server
  private readonly signer?: DkimSigner
  private readonly idle: SmtpConnection[] = []
  private timer?: NodeJS.Timeout

  constructor(private readonly options: SmtpOptions) {
    this.server = { ...parseServer(options.url), tls: options.tls }
    if (options.dkim) this.signer = new DkimSigner(options.dkim)
    if (options.bounceSecret) this.reports = new MailReports(options.bounceSecret)
    if (options.bounceMailbox) this.mailbox = new BounceMailbox(options.bounceMailbox)
    this.capabilities = {
      batchSize: 1,
      concurrency: options.connections,
      idempotent: false,
      reportsDelivery: false,
    }
  }

  async sendBatch(messages: OutgoingMessage[]): Promise<SendResult[]> {
    return Promise.all(messages.map((message) => this.send(message)))
  }

  async close(): Promise<void> {
    clearTimeout(this.timer)
    this.closeIdle()
  }

  private closeIdle(): void {
    for (const connection of this.idle.splice(0)) connection.quit()
  }

  private async send(message: OutgoingMessage): Promise<SendResult> {
    const from = this.envelopeSender(message)
    const to = wireAddress(message.to)
    if (!from)
      return { state: "failed", class: "rejected", error: "the sender's address is not valid" }
    if (!to) return { state: "failed", class: "hard", error: "not a valid e-mail address" }
    const kept = this.takeIdle()
    if (kept) {
      const outcome = await this.attempt(kept, from, to, message)
      // A server may close a kept connection at any time, or end it by 421: that says nothing about now.
      if (!outcome.fresh || kept.alive) return outcome.result
    }
    try {
      const connection = await SmtpConnection.open(this.server, this.signer)
      return (await this.attempt(connection, from, to, message)).result
    } catch (error) {
      const text = `smtp: ${(error as Error).message}`
      return { state: "deferred", scope: "provider", retryAfterMs: null, error: text }
    }
  }

  /** Where bounces go: to an address of the message's own, by which they are known again. */
  private envelopeSender({ from, token }: OutgoingMessage): string | undefined {
    const { returnPath } = this.options
    return wireAddress(returnPath ? bounceAddress(returnPath, token) : from.email)
  }

  private async attempt(
    connection: SmtpConnection,
    from: string,
    to: string,
    message: OutgoingMessage
  ) {
    const outcome = await transact(connection, from, to, message)
    if (connection.used >= MESSAGES_PER_CONNECTION) connection.quit()
    else if (connection.alive) this.keep(connection)
    return outcome
  }

  private takeIdle(): SmtpConnection | undefined {
    while (this.idle.length) {
      const connection = this.idle.pop()
      if (connection?.alive) return connection
    }
    return undefined
  }

  private keep(connection: SmtpConnection): void {
    this.idle.push(connection)
    if (this.timer) this.timer.refresh()
    else this.timer = setTimeout(() => this.closeIdle(), IDLE_MS).unref()
  }
}
