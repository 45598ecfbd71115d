import { SmtpError } from "./error"

/** A server's answer: its code, its enhanced code such as `5.1.1` when it gives one, and its words. */
export type Reply = { code: number; enhanced: string | null; text: string }

const MAX_PENDING = 65_536

/** Cuts what a server sends into replies. */
export class ReplyReader {
  private rest = ""
  private lines: string[] = []

  /** The replies that are complete with this piece. @throws Error when it is not SMTP */
  push(piece: Buffer): Reply[] {
    this.rest += piece.toString("latin1")
    const replies: Reply[] = []
    for (let end = this.rest.indexOf("\n"); end >= 0; end = this.rest.indexOf("\n")) {
      const line = this.rest.slice(0, end).trimEnd()
      this.rest = this.rest.slice(end + 1)
      if (!/^[2-5]\d\d([ -]|$)/.test(line))
        throw new SmtpError(`not an SMTP reply: ${line.slice(0, 80)}`)
      this.lines.push(line.slice(4))
      if (line[3] !== "-") replies.push(this.take(Number(line.slice(0, 3))))
    }
    if (this.rest.length + this.lines.length > MAX_PENDING)
      throw new SmtpError("an SMTP reply without end")
    return replies
  }

  private take(code: number): Reply {
    const text = this.lines.join("\n")
    this.lines = []
    return { code, enhanced: /^([245]\.\d{1,3}\.\d{1,3})\b/.exec(text)?.[1] ?? null, text }
  }
}
