import { rootCertificates } from "node:tls"
import { ImapFlow } from "imapflow"
import { type DeliveryReport, NotSignedError, type ReportMailbox } from "../provider"
import { SmtpError } from "./error"
import { readReturnedMail } from "./mail-reports"

/** Read of a mail at most: a report stands before the copy of what it is about. */
const MAX_BYTES = 1024 * 1024
/** Mails of one commit. */
const BATCH = 100
const TIMEOUT_MS = 30_000

export type BounceMailboxOptions = {
  host: string
  port: number
  tls: boolean
  /** In PEM: trusted beside those whom Node.js trusts. */
  ca?: string
  user: string
  password: string
  mailbox: string
  /** Where mail is moved that was read; it stays, marked as seen, when left out. */
  moveTo?: string
  everySeconds: number
}

/**
 * The mailbox that the return path leads to, read by IMAP. A mail is marked only after what it says is kept: after a crash it
 * is read again, and a bounce counts once however often it is told.
 */
export class BounceMailbox implements ReportMailbox {
  readonly everyMs: number

  constructor(private readonly options: BounceMailboxOptions) {
    this.everyMs = options.everySeconds * 1_000
  }

  async read(
    keep: (reports: DeliveryReport[]) => Promise<void>,
    now: Date,
    signal: AbortSignal
  ): Promise<number> {
    const client = this.client()
    try {
      await client.connect()
      await client.mailboxOpen(this.options.mailbox)
      const unseen = (await client.search({ seen: false }, { uid: true })) || []
      let read = 0
      for (; read < unseen.length && !signal.aborted; read += BATCH) {
        const uids = unseen.slice(read, read + BATCH)
        await keep(await this.reportsIn(client, uids, now))
        await this.mark(client, uids.join())
      }
      await client.logout()
      return Math.min(read, unseen.length)
    } catch (error) {
      throw new SmtpError(explain(error as ImapError))
    } finally {
      client.close()
    }
  }

  private client(): ImapFlow {
    const { host, port, tls, ca, user, password: pass } = this.options
    const client = new ImapFlow({
      host,
      port,
      secure: tls,
      tls: ca ? { ca: [...rootCertificates, ca] } : undefined,
      auth: { user, pass },
      logger: false,
      connectionTimeout: TIMEOUT_MS,
      greetingTimeout: TIMEOUT_MS,
      socketTimeout: TIMEOUT_MS,
    })
    // What is under way rejects as well; without somebody who listens the process would end.
    client.on("error", () => undefined)
    return client
  }

  private async reportsIn(client: ImapFlow, uids: number[], now: Date): Promise<DeliveryReport[]> {
    const reports: DeliveryReport[] = []
    for (const uid of uids) {
      const wanted = { source: { maxLength: MAX_BYTES } }
      const mail = await client.fetchOne(String(uid), wanted, { uid: true })
      // It may be gone by now, by another hand.
      if (!mail || !mail.source) continue
      reports.push(...(await readReturnedMail(mail.source, now).catch(ofNoMail)))
    }
    return reports
  }

  private async mark(client: ImapFlow, uids: string): Promise<void> {
    const { moveTo } = this.options
    const done =
      (await client.messageFlagsAdd(uids, ["\\Seen"], { uid: true })) &&
      (!moveTo || (await client.messageMove(uids, moveTo, { uid: true })))
    if (!done) throw new SmtpError(`the mailbox does not let mail be marked or moved to ${moveTo}`)
  }
}

/** What cannot be read tells nothing, and would stand in the way of all others for good. */
function ofNoMail(error: unknown): DeliveryReport[] {
  if (error instanceof NotSignedError) return []
  throw error
}

type ImapError = Error & { responseText?: string; code?: string }

/** The server's own words; the client says only that a command failed. */
function explain({ message, responseText, code }: ImapError): string {
  return `bounce mailbox: ${responseText ?? message}${code && !responseText ? ` (${code})` : ""}`
}
