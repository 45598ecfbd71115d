import type { AddressInfo } from "node:net"
import hoodiecrow, { type Imap } from "hoodiecrow-imap"

/** A mail server on loopback that is read by IMAP: the user `bounces` with an inbox, and a folder `Done`. */
export class ImapServer {
  private server?: Imap

  /** @param mails - as they came, CRLF lines. @returns what a client needs to read them */
  async start(mails: string[]) {
    const server = hoodiecrow({
      plugins: ["ID", "SASL-IR", "AUTH-PLAIN", "NAMESPACE", "LITERALPLUS", "UNSELECT"],
      users: { bounces: { password: "secret" } },
      storage: {
        INBOX: { messages: mails.map((raw) => ({ raw })) },
        "": { separator: "/", folders: { Done: {} } },
      },
    })
    this.server = server
    await new Promise<void>((resolve) => server.listen(0, resolve))
    return {
      host: "127.0.0.1",
      port: (server.server.address() as AddressInfo).port,
      tls: false,
      user: "bounces",
      password: "secret",
      mailbox: "INBOX",
      everySeconds: 60,
    }
  }

  async stop(): Promise<void> {
    await new Promise<void>((resolve) => this.server!.close(resolve))
  }
}
