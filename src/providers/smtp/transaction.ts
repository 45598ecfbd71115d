import type { OutgoingMessage, SendResult } from "../provider"
import { classifyRefusal, type Stage } from "./classify"
import type { SmtpConnection } from "./connection"
import type { Reply } from "./reply"

const END = ".\r\n"
const RESET = "RSET\r\n"

/**
 * `fresh`: nothing of the message's body left this machine, so that another connection may try it. Otherwise the result
 * stands.
 */
export type Outcome = { result: SendResult; fresh: boolean }

/** Hands one message over. What breaks before the body is deferred; what breaks after it began is uncertain. */
export async function transact(
  connection: SmtpConnection,
  from: string,
  to: string,
  message: OutgoingMessage
): Promise<Outcome> {
  connection.used += 1
  let started = false
  try {
    const refusal = await openEnvelope(connection, from, to)
    if (refusal) return { result: classifyRefusal(refusal.stage, refusal.reply), fresh: true }
    started = true
    for (const piece of connection.mime.build(message)) connection.write(piece)
    const reply = await connection.reply()
    return { result: finalResult(reply), fresh: false }
  } catch (error) {
    const text = `smtp: ${(error as Error).message}`
    if (started) return { result: { state: "uncertain", error: text }, fresh: false }
    return {
      result: { state: "deferred", scope: "provider", retryAfterMs: null, error: text },
      fresh: true,
    }
  }
}

type Refusal = { stage: Stage; reply: Reply }

async function openEnvelope(
  connection: SmtpConnection,
  from: string,
  to: string
): Promise<Refusal | undefined> {
  const commands: [Stage, string, number][] = [
    ["mail", `MAIL FROM:<${from}>\r\n`, 250],
    ["rcpt", `RCPT TO:<${to}>\r\n`, 250],
    ["data", "DATA\r\n", 354],
  ]
  if (!connection.pipelining) return oneByOne(connection, commands)
  connection.write(commands.map(([, line]) => line).join(""))
  const replies = await Promise.all(commands.map(() => connection.reply()))
  const bad = commands.findIndex(([, , code], i) => !isOk(replies[i], code))
  if (bad < 0) return undefined
  // A server that takes DATA without a recipient waits for a body: give it an empty one, which goes to nobody.
  await clear(connection, replies[bad], replies[2].code === 354 ? END : RESET)
  return { stage: commands[bad][0], reply: replies[bad] }
}

async function oneByOne(
  connection: SmtpConnection,
  commands: [Stage, string, number][]
): Promise<Refusal | undefined> {
  for (const [stage, line, code] of commands) {
    connection.write(line)
    const reply = await connection.reply()
    if (isOk(reply, code)) continue
    await clear(connection, reply, RESET)
    return { stage, reply }
  }
  return undefined
}

/** Readies the connection for the next message. That it may break here changes nothing about the refusal. */
async function clear(connection: SmtpConnection, refusal: Reply, command: string): Promise<void> {
  if (refusal.code === 421) return connection.destroy()
  connection.write(command)
  await connection.reply().catch(() => undefined)
}

function isOk(reply: Reply, code: number): boolean {
  return reply.code === code || (code === 250 && reply.code === 251)
}

function finalResult(reply: Reply): SendResult {
  if (reply.code >= 300) return classifyRefusal("body", reply)
  return { state: "accepted", providerId: reply.text.split("\n")[0].slice(0, 200) || null }
}
