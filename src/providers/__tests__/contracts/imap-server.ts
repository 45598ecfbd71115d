import type { AddressInfo } from "node:net"
import hoodiecrow, { type Imap } from "hoodiecrow-imap"
import { SELF_SIGNED } from "./self-signed"

/** A mail server on loopback that is read by IMAP: the user `bounces` with an inbox, and a folder `Done`. */
export class ImapServer {
  private server?: Imap

  /**
   * @param mails - as they came, CRLF lines
   * @param encrypted - from the `start`, or as soon as the client asks for it (STARTTLS), with a certificate of its own
   * @returns what a client needs to read them
   */
  async start(mails: string[], encrypted?: "start" | "starttls") {
    const server = hoodiecrow({
      plugins: ["ID", "SASL-IR", "AUTH-PLAIN", "NAMESPACE", "LITERALPLUS", "UNSELECT"].concat(
        encrypted === "starttls" ? ["STARTTLS", "LOGINDISABLED"] : []
      ),
      ...(encrypted && { credentials: { ...SELF_SIGNED } }),
      secureConnection: encrypted === "start",
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
      tls: encrypted === "start",
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
