declare module "hoodiecrow-imap" {
  import type { Server } from "node:net"

  type Message = { raw: string; flags?: string[] }
  type Imap = {
    server: Server
    listen(port: number, done: () => void): void
    close(done: () => void): void
  }

  /** A mail server that speaks IMAP, with what lies in it. */
  export default function hoodiecrow(options: {
    plugins?: string[]
    users: Record<string, { password: string }>
    storage: Record<string, unknown>
    /** TLS from the start. */
    secureConnection?: boolean
    credentials?: { key: string; cert: string }
  }): Imap
  export type { Imap, Message }
}
