import { MedusaError } from "@medusajs/framework/utils"
import { connect } from "node:net"

/** Where SpamAssassin's daemon answers. */
export type SpamServer = { host: string; port: number; timeoutSeconds: number }

/** What SpamAssassin says of a message. */
export type SpamReport = {
  score: number
  /** From so many points on a message counts as spam. */
  required: number
  /** What gave or took points, the heaviest first. */
  rules: { points: number; name: string; description: string }[]
}

/** Longer answers are no reports. */
const MAX_ANSWER = 200_000
const STATUS = /^SPAMD\/[\d.]+ (\d+) (.*)$/m
const SPAM = /^Spam: (?:True|False|Yes|No) ; (-?[\d.]+) \/ (-?[\d.]+)/im
const RULE = /^ {0,3}(-?\d+(?:\.\d+)?) ([A-Z][A-Z0-9_]+) +(.*)$/
const CONTINUED = /^ {20,}(\S.*)$/

/**
 * Has a message looked at by spamd, in the words of its protocol (SPAMC/1.5, `REPORT`).
 * @param message - as it goes over the wire, RFC 5322
 * @throws Error when it cannot be reached, MedusaError `unexpected_state` when it answers with an error
 */
export async function askSpamd(server: SpamServer, message: Buffer): Promise<SpamReport> {
  const head = `REPORT SPAMC/1.5\r\nContent-length: ${message.length}\r\n\r\n`
  return readSpamReport(await exchange(server, Buffer.concat([Buffer.from(head), message])))
}

/** Reads an answer of spamd. @throws MedusaError `unexpected_state` naming what it complains of */
export function readSpamReport(answer: string): SpamReport {
  const status = STATUS.exec(answer)
  if (!status) throw unexpected("it does not speak the protocol of spamd")
  if (status[1] !== "0") throw unexpected(status[2].trim())
  const spam = SPAM.exec(answer)
  if (!spam) throw unexpected("its answer has no score")
  return { score: Number(spam[1]), required: Number(spam[2]), rules: readRules(answer) }
}

function unexpected(message: string): MedusaError {
  return new MedusaError(MedusaError.Types.UNEXPECTED_STATE, message)
}

function readRules(answer: string): SpamReport["rules"] {
  const rules: SpamReport["rules"] = []
  for (const line of answer.split(/\r?\n/)) {
    const [, points, name, description] = RULE.exec(line) ?? []
    const more = CONTINUED.exec(line)?.[1]
    if (name) rules.push({ points: Number(points), name, description: description.trim() })
    else if (more && rules.length) rules[rules.length - 1].description += ` ${more.trim()}`
  }
  return rules.sort((a, b) => b.points - a.points)
}

function exchange({ host, port, timeoutSeconds }: SpamServer, request: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port })
    const chunks: Buffer[] = []
    let size = 0
    const timer = setTimeout(
      () => socket.destroy(new Error(`no answer within ${timeoutSeconds} seconds`)),
      timeoutSeconds * 1_000
    )
    socket.on("connect", () => socket.end(request))
    socket.on("data", (chunk) => {
      chunks.push(chunk)
      size += chunk.length
      if (size > MAX_ANSWER) socket.destroy(new Error("it does not speak the protocol of spamd"))
    })
    socket.on("error", reject)
    socket.on("close", () => {
      clearTimeout(timer)
      resolve(Buffer.concat(chunks).toString("utf8"))
    })
  })
}
