import type tls from "node:tls"

/** Where and how to reach a mail server. */
export type Server = {
  host: string
  port: number
  /** TLS from the first byte; else STARTTLS is used when the server offers it. */
  implicitTls: boolean
  /** On this machine, where a password may travel unencrypted. */
  loopback: boolean
  user: string
  password: string
  tls?: tls.ConnectionOptions
}

/** Reads `smtp://user:password@host:port` or `smtps://…`. */
export function parseServer(url: string): Server {
  const { protocol, hostname, port, username, password } = new URL(url)
  const host = hostname.replace(/^\[|\]$/g, "")
  const implicitTls = protocol === "smtps:"
  return {
    host,
    port: Number(port) || (implicitTls ? 465 : 587),
    implicitTls,
    loopback: host === "localhost" || host === "::1" || host.startsWith("127."),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
  }
}
