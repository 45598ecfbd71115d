import type { DeliveryReport } from "../provider"
import { bounceAddress } from "../smtp/bounce-address"
import { BounceMailbox } from "../smtp/bounce-mailbox"
import { ImapServer } from "./contracts/imap-server"
import { SELF_SIGNED } from "./contracts/self-signed"
import { returnedMail, statusOf } from "./contracts/returned-mail"

const NOW = new Date("2026-11-22T10:00:00Z")
const TOKENS = ["m_abcdefghijklmnop234567", "m_bcdefghijklmnopq234567"]
const { signal } = new AbortController()

const bounce = (token: string) =>
  returnedMail({
    to: bounceAddress("bounces@engage.example", token),
    status: statusOf("Action: failed\r\nStatus: 5.1.1"),
  })
const MAILS = [
  bounce(TOKENS[0]),
  "Subject: I am away\r\nTo: bounces@engage.example\r\n\r\nBack on Monday.",
  bounce(TOKENS[1]),
]

describe("the mailbox of bounces over TLS", () => {
  const keep = async () => undefined

  it.each(["start", "starttls"] as const)("is read when its signer is known: %s", async (when) => {
    const server = new ImapServer()
    const where = await server.start(MAILS, when)
    try {
      const trusting = new BounceMailbox({ ...where, ca: SELF_SIGNED.cert })
      expect(await trusting.read(keep, NOW, signal)).toBe(3)
      await expect(new BounceMailbox(where).read(keep, NOW, signal)).rejects.toThrow(
        /^bounce mailbox: .*self-signed certificate/
      )
    } finally {
      await server.stop()
    }
  })
})

describe("the mailbox of bounces", () => {
  const server = new ImapServer()
  let where: Awaited<ReturnType<typeof server.start>>
  let kept: DeliveryReport[][]
  const keep = async (reports: DeliveryReport[]) => void kept.push(reports)
  const read = (over = {}, keeps = keep) =>
    new BounceMailbox({ ...where, ...over }).read(keeps, NOW, signal)

  beforeEach(async () => {
    where = await server.start(MAILS)
    kept = []
  })
  afterEach(() => server.stop())

  it("is read once: what was kept is marked, and other mail with it", async () => {
    expect(await read()).toBe(3)
    expect(kept).toEqual([
      TOKENS.map((token) => ({
        token,
        kind: "bounced",
        class: "hard",
        code: "5.1.1",
        detail: "",
        at: new Date("2026-11-22T09:00:00Z"),
      })),
    ])
    expect(await read()).toBe(0)
    expect(kept).toHaveLength(1)
  })

  it("is read again when what it says could not be kept", async () => {
    const broken = async () => {
      throw new Error("the database is away")
    }
    await expect(read({}, broken)).rejects.toThrow("bounce mailbox: the database is away")
    expect(await read()).toBe(3)
    expect(kept[0].map(({ token }) => token)).toEqual(TOKENS)
  })

  it("is emptied into another folder when one is named", async () => {
    expect(await read({ moveTo: "Done" })).toBe(3)
    expect(await read()).toBe(0)
    const done = new BounceMailbox({ ...where, mailbox: "Done" })
    expect(await done.read(keep, NOW, signal)).toBe(0)
    expect(kept).toHaveLength(1)
  })

  it("says in the server's words why it cannot be read", async () => {
    await expect(read({ password: "wrong" })).rejects.toThrow(
      /^bounce mailbox: Login failed: authentication failure$/
    )
    await expect(read({ mailbox: "None" })).rejects.toThrow(/^bounce mailbox: /)
    await expect(read({ port: 1 })).rejects.toThrow(/^bounce mailbox: .*ECONNREFUSED/)
    expect(kept).toEqual([])
  })
})
