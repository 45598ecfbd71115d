import net from "node:net"
import os from "node:os"
import tls from "node:tls"
import type { DkimSigner } from "../mime/dkim"
import { MimeBuffer } from "../mime/mime-buffer"
import { SmtpError } from "./error"
import { type Reply, ReplyReader } from "./reply"
import type { Server } from "./server"

const CONNECT_TIMEOUT_MS = 30_000
const REPLY_TIMEOUT_MS = 120_000

type Waiter = { resolve: (reply: Reply) => void; reject: (error: Error) => void }

/** One SMTP conversation. Whatever breaks it rejects every reply still waited for. */
export class SmtpConnection {
  /** Messages handed over so far. */
  used = 0
  /** Memory for the message that is being sent here. */
  readonly mime: MimeBuffer
  private features = new Set<string>()
  private authMethods: string[] = []
  private reader = new ReplyReader()
  private waiters: Waiter[] = []
  private broken?: Error

  private constructor(
    private socket: net.Socket,
    signer?: DkimSigner
  ) {
    this.mime = new MimeBuffer(signer)
    this.listen()
  }

  /** Connects, encrypts when the server can, and logs in. @throws Error saying which of these failed */
  static async open(server: Server, signer?: DkimSigner): Promise<SmtpConnection> {
    const connection = new SmtpConnection(await connect(server), signer)
    try {
      await connection.greet(server)
      return connection
    } catch (error) {
      connection.destroy()
      throw error
    }
  }

  get alive(): boolean {
    return !this.broken
  }

  /** Whether commands may be sent without waiting for each answer. */
  get pipelining(): boolean {
    return this.features.has("PIPELINING")
  }

  /** Sends bytes, or ASCII text. */
  write(data: string | Buffer): void {
    this.socket.write(data, "latin1")
  }

  /** The next reply that nobody waits for yet. @throws Error when the connection breaks or the server stays silent */
  reply(timeoutMs = REPLY_TIMEOUT_MS): Promise<Reply> {
    if (this.broken) return Promise.reject(this.broken)
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => this.fail(new SmtpError("no answer from the mail server")),
        timeoutMs
      )
      this.waiters.push({
        resolve: (reply) => (clearTimeout(timer), resolve(reply)),
        reject: (error) => (clearTimeout(timer), reject(error)),
      })
    })
  }

  /** Says goodbye without waiting for the answer. */
  quit(): void {
    if (this.broken) return
    this.broken = new SmtpError("connection closed")
    this.socket.end("QUIT\r\n")
    setTimeout(() => this.socket.destroy(), 1_000).unref()
  }

  destroy(): void {
    this.fail(new SmtpError("connection closed"))
  }

  private listen(): void {
    this.socket.on("data", (piece) => this.receive(piece))
    this.socket.on("error", (error) => this.fail(error))
    this.socket.on("close", () => this.fail(new SmtpError("the mail server closed the connection")))
  }

  private receive(piece: Buffer): void {
    try {
      for (const reply of this.reader.push(piece)) this.waiters.shift()?.resolve(reply)
    } catch (error) {
      this.fail(error as Error)
    }
  }

  private fail(error: Error): void {
    this.broken ??= error
    this.socket.destroy()
    for (const waiter of this.waiters.splice(0)) waiter.reject(error)
  }

  private async greet(server: Server): Promise<void> {
    expectCode("greeting", await this.reply(CONNECT_TIMEOUT_MS), 220)
    await this.hello()
    if (!server.implicitTls && this.features.has("STARTTLS")) await this.startTls(server)
    if (!server.user) return
    const secret = this.socket instanceof tls.TLSSocket || server.loopback
    if (!secret)
      throw new SmtpError("the mail server offers no TLS: the password is not sent in the clear")
    await this.login(server.user, server.password)
  }

  private async command(name: string, line: string, code: number): Promise<Reply> {
    this.write(`${line}\r\n`)
    const reply = await this.reply()
    expectCode(name, reply, code)
    return reply
  }

  private async hello(): Promise<void> {
    const name = os.hostname().replace(/[^A-Za-z0-9.-]/g, "") || "localhost"
    const lines = (await this.command("EHLO", `EHLO ${name}`, 250)).text
      .toUpperCase()
      .split("\n")
      .slice(1)
    this.features = new Set(lines.map((line) => line.split(" ")[0]))
    this.authMethods =
      lines
        .find((line) => line.startsWith("AUTH "))
        ?.split(" ")
        .slice(1) ?? []
  }

  private async startTls(server: Server): Promise<void> {
    await this.command("STARTTLS", "STARTTLS", 220)
    // Anything that came in the clear after the answer must not be read as if it had been encrypted.
    this.socket.removeAllListeners()
    this.reader = new ReplyReader()
    const { socket } = this
    this.socket = await new Promise<tls.TLSSocket>((resolve, reject) => {
      const secure = tls.connect({ socket, servername: servername(server), ...server.tls }, () =>
        resolve(secure)
      )
      secure.once("error", reject)
      secure.once("close", () =>
        reject(new SmtpError("the mail server closed the connection in STARTTLS"))
      )
    })
    this.socket.removeAllListeners("error").removeAllListeners("close")
    this.listen()
    await this.hello()
  }

  private async login(user: string, password: string): Promise<void> {
    if (this.authMethods.includes("PLAIN")) {
      await this.command("AUTH", `AUTH PLAIN ${base64(`\0${user}\0${password}`)}`, 235)
    } else if (this.authMethods.includes("LOGIN")) {
      await this.command("AUTH", "AUTH LOGIN", 334)
      await this.command("AUTH", base64(user), 334)
      await this.command("AUTH", base64(password), 235)
    } else {
      throw new SmtpError("the mail server offers neither AUTH PLAIN nor AUTH LOGIN")
    }
  }
}

function connect(server: Server): Promise<net.Socket> {
  const { host, port } = server
  return new Promise((resolve, reject) => {
    const socket = server.implicitTls
      ? tls.connect({ host, port, servername: servername(server), ...server.tls })
      : net.connect({ host, port })
    socket.setNoDelay(true)
    const timer = setTimeout(
      () => socket.destroy(new SmtpError("cannot connect in time")),
      CONNECT_TIMEOUT_MS
    )
    socket.once(server.implicitTls ? "secureConnect" : "connect", () => {
      clearTimeout(timer)
      socket.removeListener("error", reject)
      resolve(socket)
    })
    socket.once("error", (error) => {
      clearTimeout(timer)
      reject(error)
    })
  })
}

function servername({ host }: Server): string | undefined {
  return net.isIP(host) ? undefined : host
}

function expectCode(step: string, reply: Reply, code: number): void {
  if (reply.code !== code)
    throw new SmtpError(`${step}: ${reply.code} ${reply.text.replace(/\s+/g, " ")}`)
}

function base64(text: string): string {
  return Buffer.from(text).toString("base64")
}
