/** Against the SpamAssassin of this machine: apt-get install spamassassin spamd. Whoever has none leaves this project out. */
import { type ChildProcess, spawn } from "node:child_process"
import { type AddressInfo, createServer } from "node:net"
import { parseOptions } from "../../src/lib/options"
import { askSpamd } from "../../src/lib/spamd"
import { spamCheck } from "../../src/modules/content/preflight/spam-check"
import { spamJudge } from "../../src/modules/delivery/message/spam-judge"

describe("a real spamd", () => {
  let daemon: ChildProcess
  let port: number

  beforeAll(async () => {
    port = await freePort()
    daemon = spawn("spamd", ["-L", "-x", "-i", "127.0.0.1", "-p", String(port), "-m", "1"], {
      stdio: "ignore",
    })
    const ready = { host: "127.0.0.1", port, timeoutSeconds: 30 }
    for (let tries = 0; tries < 100; tries++) {
      if (await askSpamd(ready, Buffer.from("Subject: x\r\n\r\nx")).catch(() => undefined)) return
      await new Promise((resolve) => setTimeout(resolve, 300))
    }
    throw new Error("spamd did not start")
  })
  afterAll(() => daemon.kill())

  it("finds spam in a message as it goes over the wire, and none in a plain one", async () => {
    const options = parseOptions({
      publicUrl: "https://shop.example",
      sender: { name: "Shop", email: "news@shop.example" },
      spamassassin: { port },
    })
    const judge = spamJudge(options, new Date())!
    const said = async (subject: string, body: string) => {
      const message = { subject, preheader: "", html: [`<p>${body}</p>`], text: [body], card: null }
      return (await spamCheck(judge, message, "anna@mail.example"))[0]
    }
    const plain = await said("Your spring news", "Dear Anna, the new linen shirts are here.")
    expect(plain.level).toBe("ok")
    // The test pattern that every SpamAssassin gives 1,000 points.
    const gtube = await said(
      "Your spring news",
      "XJS*C4JDBQADN1.NSBN3*2IDNEN*GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X"
    )
    expect(gtube.level).toBe("blocker")
    expect(gtube.details[0]).toMatch(/^1000 points: .*\(GTUBE\)$/)
  })
})

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}
