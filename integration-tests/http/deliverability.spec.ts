import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { publicIds } from "../../src/lib/public-id"
import { DELIVERY_MODULE } from "../../src/modules/delivery"
import { checkInvariant, runProgress } from "../../src/modules/delivery/ledger/progress"
import { loadRun } from "../../src/modules/delivery/ledger/runs"
import { messageToken } from "../../src/modules/delivery/message/token"
import type DeliveryModuleService from "../../src/modules/delivery/service"
import { MailboxReader } from "../../src/modules/delivery/reports/bounce-mailbox"
import { bounceAddress } from "../../src/providers/smtp/bounce-address"
import { SmtpProvider } from "../../src/providers/smtp/provider"
import { ImapServer } from "../../src/providers/__tests__/contracts/imap-server"
import { returnedMail, statusOf } from "../../src/providers/__tests__/contracts/returned-mail"
import { LOCK_STORMS } from "../../src/modules/delivery/sql/storms"
import { PostmarkReports } from "../../src/providers/postmark/reports"
import { POSTMARK, postmarkWebhook } from "../../src/providers/__tests__/contracts/postmark"
import type { Provider } from "../../src/providers/provider"
import { startedRun, until } from "../fault/support/setup"
import { adminHeaders } from "./support/admin"
import { TestShop } from "./support/shop"
import { someWait } from "./support/waiting"

jest.setTimeout(300_000)

const PEOPLE = ["anna@gmail.com", "ben@gmail.com", "carl@outlook.com", "dora@shop.example"]

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let shop: TestShop
    let admin: Awaited<ReturnType<typeof adminHeaders>>

    const service = () => getContainer().resolve<DeliveryModuleService>(DELIVERY_MODULE)
    const call = (method: string, url: string, data?: unknown, headers = {}) =>
      api.request({ method, url, data, headers, validateStatus: () => true })
    const manage = (method: string, path: string, body?: unknown) =>
      call(method, `/admin/engage${path}`, body, admin.headers)

    /** The test shop sends by the sandbox, which takes everything; here it reports as Postmark does. */
    // Once: what is there before the first test is there before each.
    beforeAll(async () => {
      admin = await adminHeaders(api as never, getContainer())
    })

    beforeEach(async () => {
      shop = new TestShop(getContainer())
      const provider = service().providerOf("email") as {
        -readonly [key in keyof Provider]: Provider[key]
      }
      provider.reports = new PostmarkReports(POSTMARK.webhook)
    })

    async function frozenRun() {
      for (const email of PEOPLE) await shop.customer(email, { metadata: { email_opt_in: true } })
      await shop.sync()
      const id = await startedRun(shop.db, "sandbox")
      const ids = await publicIds(shop.db)
      const rows = await shop.rows<{ id: number; email: string }>(
        `select id::float8 as id, email from engage_profile`
      )
      const token = Object.fromEntries(
        rows.map((row) => [
          row.email.split("@")[0],
          messageToken(ids, { runId: id, profileId: row.id, pass: 0 }),
        ])
      )
      return { id, token }
    }

    async function send(id: number) {
      while (await service().step()) {
        // Until nothing is due.
      }
      await until("the run is completed", async () => {
        const run = await loadRun(shop.db, id)
        return run.status === "completed"
      })
    }

    async function sentRun() {
      const run = await frozenRun()
      await send(run.id)
      return run
    }

    const hook = (body: object, login = POSTMARK.webhook) => {
      const request = postmarkWebhook(body, new Date(), login)
      return call("POST", "/engage/hooks/sandbox", body, {
        ...request.headers,
        "content-type": "application/json",
      })
    }
    const bounce = (token: string, Type: string, Details = "smtp;550 5.1.1 no such user") =>
      hook({
        RecordType: "Bounce",
        Type,
        Details,
        BouncedAt: new Date().toISOString(),
        Metadata: { engage: token },
      })
    const tell = (token: string, RecordType: string) =>
      hook({ RecordType, DeliveredAt: new Date().toISOString(), Metadata: { engage: token } })

    const suppressed = () =>
      shop.rows<{ address: string; reason: string }>(
        `select address, reason from engage_suppression order by address`
      )
    const messages = () =>
      shop.rows<Record<string, unknown>>(
        `select split_part(p.email, '@', 1) as who, m.state, m.bounced_at is not null as bounced,
           m.complained_at is not null as complained, m.delivered_at is not null as delivered
         from engage_message m join engage_profile p on p.id = m.profile_id order by 1`
      )
    const events = () =>
      shop.rows(
        `select kind, detail->>'class' as class, detail->>'code' as code, detail->>'provider' as provider
         from engage_message_event order by id`
      )

    const bounces = () =>
      shop.rows<Record<string, unknown>>(
        `select split_part(p.email, '@', 1) as who, b.kind, b.reason, b.cleared_at is null as counts
         from engage_bounce b join engage_profile p on p.id = b.profile_id order by 1, b.at`
      )
    const addresses = () =>
      shop.rows<Record<string, unknown>>(
        `select split_part(p.email, '@', 1) as who, p.email_status as status, r.email_reason as reason
         from engage_profile p join engage_profile_raw r on r.profile_id = p.id order by 1`
      )

    describe("a provider's webhook", () => {
      it("suppresses dead addresses and people who complain, and tells once what it is told thrice", async () => {
        const { token } = await sentRun()
        for (let i = 0; i < 3; i++) {
          expect((await bounce(token.anna, "HardBounce")).data).toEqual({ known: 1 })
          expect((await tell(token.ben, "SpamComplaint")).status).toBe(200)
          expect((await bounce(token.carl, "SoftBounce", "smtp;452 4.2.2 full")).status).toBe(200)
        }
        expect(await suppressed()).toEqual([
          { address: "anna@gmail.com", reason: "hard_bounce" },
          { address: "ben@gmail.com", reason: "complaint" },
        ])
        expect(await events()).toEqual([
          { kind: "bounced", class: "hard", code: "5.1.1", provider: "sandbox" },
          { kind: "complained", class: null, code: null, provider: "sandbox" },
          { kind: "bounced", class: "soft", code: "4.2.2", provider: "sandbox" },
        ])
        expect(await messages()).toMatchObject([
          { who: "anna", bounced: true, complained: false },
          { who: "ben", bounced: false, complained: true },
          { who: "carl", bounced: true, complained: false },
          { who: "dora", bounced: false, complained: false },
        ])
      })

      it("counts a complaint after a bounce as the graver of the two", async () => {
        const { token } = await sentRun()
        await bounce(token.anna, "HardBounce")
        await tell(token.anna, "SpamComplaint")
        expect(await suppressed()).toEqual([{ address: "anna@gmail.com", reason: "complaint" }])
        await bounce(token.ben, "SpamComplaint")
        expect(await suppressed()).toHaveLength(2)
      })

      it("changes nothing when it is forged, about nobody, or no bounce at all", async () => {
        const { token } = await sentRun()
        const before = await messages()
        const forged = { user: "engage", password: "guessed long" }
        expect(
          (
            await hook(
              { RecordType: "Bounce", Type: "HardBounce", Metadata: { engage: token.anna } },
              forged
            )
          ).status
        ).toBe(401)
        expect((await call("POST", "/engage/hooks/resend", {})).status).toBe(404)
        const tampered = `${token.anna.slice(0, -1)}${token.anna.endsWith("a") ? "b" : "a"}`
        expect((await bounce(tampered, "HardBounce")).data).toEqual({ known: 0 })
        expect(
          (await hook({ RecordType: "Bounce", Type: "HardBounce", Email: "ben@gmail.com" })).data
        ).toEqual({ known: 0 })
        expect((await bounce(token.anna, "AutoResponder")).data).toEqual({ known: 0 })
        await bounce(token.anna, "SpamNotification", "smtp;554 5.7.1 listed")
        expect(await suppressed()).toEqual([])
        expect(await messages()).toEqual([{ ...before[0], bounced: true }, ...before.slice(1)])
        const { data } = await manage("GET", "/deliverability")
        expect(data.deliverability.provider).toMatchObject({
          name: "sandbox",
          reports: true,
          last_refusal: "wrong user or password",
        })
      })

      it("may be earlier than the provider's answer, and stands", async () => {
        const { id, token } = await frozenRun()
        await bounce(token.anna, "HardBounce")
        await tell(token.ben, "Delivery")
        const [{ at }] = await shop.rows<{ at: Date }>(
          `select delivered_at as at from engage_message where delivered_at is not null`
        )
        await send(id)
        // Anna's address died before her message left, so it never did.
        expect(await messages()).toMatchObject([
          { who: "anna", state: 4, bounced: true },
          { who: "ben", state: 2, delivered: true },
          { who: "carl", state: 2 },
          { who: "dora", state: 2 },
        ])
        const [ben] = await shop.rows<{ at: Date }>(
          `select m.delivered_at as at from engage_message m join engage_profile p on p.id = m.profile_id
           where p.email = 'ben@gmail.com'`
        )
        expect(ben.at).toEqual(at)
        expect(await checkInvariant(shop.db, new Date())).toEqual([])
      })

      it("tells what became of a message whose sending was cut off", async () => {
        const { id, token } = await sentRun()
        await shop.rows(
          `update engage_message m set state = 5, delivered_at = null from engage_profile p
           where p.id = m.profile_id and p.email = 'dora@shop.example'`
        )
        await shop.rows(`update engage_chunk set accepted = accepted - 1, uncertain = 1`)
        expect(await runProgress(shop.db, id)).toMatchObject({ accepted: 3, uncertain: 1 })
        await tell(token.dora, "Delivery")
        expect(await runProgress(shop.db, id)).toMatchObject({ accepted: 4, uncertain: 0 })
        expect(await checkInvariant(shop.db, new Date())).toEqual([])
      })

      it("has an address judged by what comes back from it", async () => {
        const { token } = await sentRun()
        for (let i = 0; i < 2; i++) {
          await bounce(token.anna, "HardBounce")
          await bounce(token.ben, "SpamNotification", "smtp;554 5.7.1 listed")
          await bounce(token.carl, "SoftBounce", "smtp;452 4.2.2 full")
        }
        expect(await bounces()).toEqual([
          { who: "anna", kind: "hard", reason: "smtp;550 5.1.1 no such user", counts: true },
          { who: "carl", kind: "soft", reason: "smtp;452 4.2.2 full", counts: true },
        ])
        await shop.sync()
        const gone = "a message came back for good: smtp;550 5.1.1 no such user"
        expect(await addresses()).toEqual([
          { who: "anna", status: "invalid", reason: gone },
          { who: "ben", status: "valid", reason: null },
          { who: "carl", status: "valid", reason: null },
          { who: "dora", status: "valid", reason: null },
        ])
      })

      it("gives an address up after three soft bounces, until a message arrives there", async () => {
        const { token } = await sentRun()
        const [{ id: profileId }] = await shop.rows<{ id: number }>(
          `select id::float8 as id from engage_profile where email = 'carl@outlook.com'`
        )
        for (const day of [1, 2]) {
          const at = new Date(Date.now() - day * 86_400_000)
          const earlier = { profileId, channel: "email", kind: "soft", reason: "busy", at } as const
          expect(await shop.profiles.recordBounce(earlier)).toBe(true)
        }
        await tell(token.dora, "Delivery")
        await bounce(token.carl, "SoftBounce", "smtp;452 4.2.2 full")
        await shop.sync()
        const carl = { who: "carl", status: "invalid" }
        const reason = "3 messages came back within 30 days: smtp;452 4.2.2 full"
        expect((await addresses())[2]).toEqual({ ...carl, reason })
        expect(await suppressed()).toEqual([])

        await tell(token.carl, "Delivery")
        expect((await bounces()).map(({ counts }) => counts)).toEqual([false, false, false])
        await shop.sync()
        expect((await addresses())[2]).toEqual({ ...carl, status: "valid", reason: null })
        // A hard bounce is not forgotten for a message that arrived.
        await bounce(token.anna, "HardBounce")
        await tell(token.anna, "Delivery")
        await shop.sync()
        expect((await addresses())[0]).toMatchObject({ who: "anna", status: "invalid" })
      })

      const softBounces = async (name: string, daysAgo: number[]) => {
        const [{ id: profileId }] = await shop.rows<{ id: number }>(
          `select id::float8 as id from engage_profile where email like ?`,
          [`${name}@%`]
        )
        for (const day of daysAgo) {
          const at = new Date(Date.now() - day * 86_400_000)
          const report = { channel: "email", kind: "soft", reason: "full", at } as const
          await shop.profiles.recordBounce({ profileId, ...report })
        }
        await shop.sync()
      }
      const BROWSER = "Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 Safari/605.1.15"
      const open = (token: string, agent: string) =>
        call("GET", `/engage/o/${token}`, undefined, { "user-agent": agent })
      const statusOf = async (name: string) =>
        (await addresses()).find(({ who }) => who === name)!.status

      it("takes an address back when the person opens a message, not when a scanner does", async () => {
        const { token } = await sentRun()
        await softBounces("carl", [1, 2, 3])
        expect(await statusOf("carl")).toBe("invalid")
        await open(token.carl, "Mozilla/5.0")
        await open(token.carl, "Barracuda Sentinel")
        await open(token.anna, BROWSER)
        await shop.sync()
        expect(await statusOf("carl")).toBe("invalid")
        expect((await open(token.carl, BROWSER)).status).toBe(200)
        await shop.sync()
        expect(await statusOf("carl")).toBe("valid")
        // A dead address and a complaint are not talked away by whoever has the message.
        await bounce(token.anna, "HardBounce")
        await tell(token.ben, "SpamComplaint")
        for (const name of ["anna", "ben"]) await open(token[name], BROWSER)
        await shop.sync()
        expect(await statusOf("anna")).toBe("invalid")
        expect(await suppressed()).toHaveLength(2)
      })

      it("checks people again whose address came back, and leaves complaints and staff's word alone", async () => {
        const { token } = await sentRun()
        await bounce(token.anna, "HardBounce")
        await bounce(token.carl, "HardBounce", "smtp;550 5.1.1 unknown")
        await tell(token.ben, "SpamComplaint")
        await bounce(token.ben, "HardBounce")
        await manage("POST", "/suppressions", { address: "dora@shop.example" })
        await shop.sync()
        const dead = "a message came back for good: smtp;550 5.1.1 no such user"
        const [{ id: anna }] = (await manage("GET", "/profiles?q=anna@gmail.com")).data.profiles
        const others = [
          { address: "ben@gmail.com", reason: "complaint" },
          { address: "carl@outlook.com", reason: "hard_bounce" },
          { address: "dora@shop.example", reason: "staff" },
        ]
        expect((await manage("POST", `/profiles/${anna}/recheck`)).status).toBe(200)
        expect(await suppressed()).toEqual(others)
        expect(await statusOf("anna")).toBe("valid")

        const recheck = (reason: string) =>
          manage("POST", "/quality/problems/recheck", { channel: "email", reason })
        expect((await recheck("no such reason")).data).toEqual({ people: 0 })
        expect((await recheck(dead)).data).toEqual({ people: 1 })
        await shop.sync()
        expect(await statusOf("ben")).toBe("valid")
        expect(await suppressed()).toEqual(others)
        // Allowing an address by hand forgets what came back from it as well.
        await manage("POST", "/suppressions/release", { address: "carl@outlook.com" })
        await shop.sync()
        expect(await statusOf("carl")).toBe("valid")
        expect(await suppressed()).toHaveLength(2)
      })

      it("asks what became of a domain that calls living addresses dead all at once", async () => {
        await sentRun()
        const gone = async (domain: string, wroteBefore: boolean) => {
          await shop.db.raw(
            `with people as (
               insert into engage_profile (email, email_status, subscribed)
               select 'p' || i || '@' || :domain::text, 'valid', 1 from generate_series(1, 60) i
               returning id, email
             ), raw as (
               insert into engage_profile_raw (profile_id, email, due) select id, email, false from people
             ), earlier as (
               insert into engage_message (run_id, profile_id, run_at, channel, state)
               select r.id, p.id, r.started_at, 'email', 2 from engage_run r, people p where :wrote::boolean
             ), bounced as (
               insert into engage_bounce (profile_id, channel, address, kind, reason, at)
               select id, 'email', email, 'hard', '550 5.1.1 no such user', now() from people
             )
             insert into engage_suppression (channel, address, reason, detail)
             select 'email', email, 'hard_bounce', '550 5.1.1 no such user' from people`,
            { domain, wrote: wroteBefore }
          )
        }
        await gone("big.example", true)
        await gone("bought.example", false)
        const storms = async () =>
          (await manage("GET", "/deliverability")).data.deliverability.storms
        expect(await storms()).toEqual([
          {
            domain: "big.example",
            addresses: 60,
            since: expect.any(String),
            until: expect.any(String),
          },
        ])
        const decide = (body: object) => manage("POST", "/suppressions/storms", body)
        expect((await decide({ domain: "bought.example", dead: false })).status).toBe(404)
        expect((await decide({ domain: "big.example", dead: false })).data).toEqual({
          addresses: 60,
        })
        expect(await storms()).toEqual([])
        await shop.sync()
        expect(
          await shop.rows(
            `select email_status as status, count(*)::int as n from engage_profile where email like '%@big.example' group by 1`
          )
        ).toEqual([{ status: "valid", n: 60 }])
        expect(await shop.rows(`select count(*)::int as n from engage_suppression`)).toEqual([
          { n: 60 },
        ])

        await gone("other.example", true)
        await shop.db.raw(
          `insert into engage_suppression (channel, address, reason)
           select 'email', email, 'hard_bounce' from engage_profile where email like '%@big.example'`
        )
        expect(await storms()).toHaveLength(2)
        // Several decide at the same moment: about two domains, and about one of them in two ways.
        const first = await shop.db.transaction()
        await first.raw(LOCK_STORMS)
        const deciding = [
          decide({ domain: "other.example", dead: true }),
          decide({ domain: "big.example", dead: true }),
          decide({ domain: "other.example", dead: true }),
        ]
        await someWait(shop.db, 3)
        await first.commit()
        const [other, big, twice] = await Promise.all(deciding)
        expect([other.status, twice.status].sort()).toEqual([200, 404])
        expect(big.data).toEqual({ addresses: 0 })
        expect(await storms()).toEqual([])
        expect(await shop.rows(`select count(*)::int as n from engage_suppression`)).toEqual([
          { n: 180 },
        ])
      })

      it("takes many reports at once, each message's own", async () => {
        const { token } = await sentRun()
        const calls = Array.from({ length: 40 }, (_, i) =>
          i % 2 ? tell(Object.values(token)[i % 4], "Delivery") : bounce(token.carl, "HardBounce")
        )
        expect((await Promise.all(calls)).map(({ status }) => status)).toEqual(Array(40).fill(200))
        expect(await suppressed()).toEqual([{ address: "carl@outlook.com", reason: "hard_bounce" }])
        expect(await events()).toHaveLength(1)
      })
    })

    describe("deliverability", () => {
      it("is read from a mailbox too, counted once, and the page says when it cannot be read", async () => {
        const { token } = await sentRun()
        const dead = returnedMail({
          to: bounceAddress("bounces@engage.example", token.anna),
          status: statusOf("Action: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 no"),
        })
        const server = new ImapServer()
        const where = await server.start([dead, dead])
        const provider = service().providerOf("email") as {
          -readonly [key in keyof Provider]: Provider[key]
        }
        const { signal } = new AbortController()
        const step = async (over: object, at: string) => {
          const { mailbox } = new SmtpProvider({
            url: "smtp://localhost",
            connections: 1,
            bounceMailbox: { ...where, ...over },
          })
          provider.mailbox = mailbox
          await new MailboxReader(shop.db, provider).step(new Date(at), signal)
          const { data } = await manage("GET", "/deliverability")
          return data.deliverability.provider.mailbox
        }
        try {
          const read_at = "2026-11-22T10:00:00.000Z"
          expect(await step({}, read_at)).toEqual({ read_at, error: null })
          expect(await events()).toEqual([
            { kind: "bounced", class: "hard", code: "5.1.1", provider: "sandbox" },
          ])
          expect(await suppressed()).toEqual([{ address: PEOPLE[0], reason: "hard_bounce" }])
          expect(await step({ password: "wrong" }, "2026-11-22T10:01:00Z")).toEqual({
            read_at,
            error: "bounce mailbox: Login failed: authentication failure",
          })
          const next = "2026-11-22T10:02:00.000Z"
          expect(await step({}, next)).toEqual({ read_at: next, error: null })
          expect(await events()).toHaveLength(1)
        } finally {
          delete provider.mailbox
          await server.stop()
        }
      })

      it("is told by mailbox provider, with what went wrong", async () => {
        const { id, token } = await sentRun()
        await bounce(token.anna, "HardBounce")
        await tell(token.ben, "SpamComplaint")
        await bounce(token.carl, "SpamNotification", "smtp;554 5.7.1 listed")
        await shop.rows(
          `update engage_message m set state = 3, reason = 21, error = 'resend: 422 5.6.0 too odd', delivered_at = null
           from engage_profile p where p.id = m.profile_id and p.email = 'dora@shop.example'`
        )
        await shop.rows(
          `update engage_chunk set accepted = accepted - 1, failed = 1 where run_id = ?`,
          [id]
        )
        await service().countMailboxes(new Date())
        const { data } = await manage("GET", "/deliverability?days=7")
        expect(data.deliverability).toMatchObject({ days: 7, suppressed: 2 })
        const none = { soft: 0, opened: 0, clicked: 0, cost: 0 }
        expect(data.deliverability.mailboxes).toEqual([
          {
            ...none,
            mailbox: "gmail",
            accepted: 2,
            unpriced: 2,
            delivered: 1,
            hard: 1,
            sender: 0,
            complained: 1,
          },
          {
            ...none,
            mailbox: "outlook",
            accepted: 1,
            unpriced: 1,
            delivered: 0,
            hard: 0,
            sender: 1,
            complained: 0,
          },
        ])
        const troubles = data.deliverability.troubles.map(
          ({ last_at: _, ...rest }: { last_at: string }) => rest
        )
        expect(troubles).toEqual([
          {
            class: "hard",
            code: "5.1.1",
            mailbox: "gmail",
            count: 1,
            sample: "smtp;550 5.1.1 no such user",
          },
          {
            class: "refused",
            code: "5.6.0",
            mailbox: "other",
            count: 1,
            sample: "resend: 422 5.6.0 too odd",
          },
          {
            class: "sender",
            code: "5.7.1",
            mailbox: "outlook",
            count: 1,
            sample: "smtp;554 5.7.1 listed",
          },
        ])
        // Counted a moment ago: nothing to do.
        const counted = data.deliverability.counted_at
        await service().countMailboxes(new Date())
        expect((await manage("GET", "/deliverability")).data.deliverability.counted_at).toBe(
          counted
        )
        expect((await manage("GET", "/deliverability?days=0")).status).toBe(400)
      })

      it("keeps a list of who gets nothing, by hand too", async () => {
        const add = (address: string, note?: string) =>
          manage("POST", "/suppressions", { address, note })
        expect((await add(" Rival@Shop.example ", "asked by phone")).status).toBe(200)
        expect((await add("rival@shop.example")).status).toBe(200)
        for (const i of [1, 2, 3]) await add(`more${i}@shop.example`)
        expect((await add("nobody")).status).toBe(400)
        const first = (await manage("GET", "/suppressions?limit=2")).data
        expect(first.suppressions.map(({ address }: { address: string }) => address)).toEqual([
          "more3@shop.example",
          "more2@shop.example",
        ])
        const rest = (await manage("GET", `/suppressions?limit=2&cursor=${first.next_cursor}`)).data
        expect(rest.suppressions).toMatchObject([
          { address: "more1@shop.example" },
          { address: "rival@shop.example", reason: "staff", detail: "asked by phone" },
        ])
        expect(rest.next_cursor).toBeNull()
        const found = (await manage("GET", "/suppressions?q=RIVAL&reason=staff")).data.suppressions
        expect(found).toHaveLength(1)
        expect((await manage("GET", "/suppressions?q=%25")).data.suppressions).toEqual([])
        const release = () =>
          manage("POST", "/suppressions/release", { address: "Rival@shop.example" })
        expect((await release()).status).toBe(200)
        expect((await release()).status).toBe(404)
        expect((await call("GET", "/admin/engage/suppressions")).status).toBe(401)
      })

      it("suppressed people are left out, with the reason", async () => {
        await manage("POST", "/suppressions", { address: "anna@gmail.com" })
        await sentRun()
        const [anna] = await shop.rows(
          `select m.state, m.reason from engage_message m join engage_profile p on p.id = m.profile_id
           where p.email = 'anna@gmail.com'`
        )
        expect(anna).toEqual({ state: 4, reason: 5 })
      })
    })

    describe("limits and warm-up of a service", () => {
      const ACCOUNT = "email sandbox"
      const sending = async () => (await manage("GET", "/sending")).data.sending

      it("are kept to, told with what is used of them, and let what is over wait", async () => {
        const limits = [
          { destination: "gmail.com", seconds: 86_400, max: 1 },
          { destination: "", seconds: 86_400, max: 3 },
        ]
        const saved = await manage("POST", "/sending/limits", { account: ACCOUNT, limits })
        expect([saved.status, saved.data.sending.accounts[0].limits]).toEqual([
          200,
          [
            { ...limits[0], used: 0 },
            { ...limits[1], used: 0 },
          ],
        ])
        // Workers look once a second whether somebody has set a limit.
        await new Promise((done) => setTimeout(done, 1_100))
        const { id } = await frozenRun()
        await service().step()
        await until("those who may have it have it", async () => {
          await service().step()
          return (await runProgress(shop.db, id)).accepted === 3
        })
        expect(await sending()).toMatchObject({
          channel: "email",
          waiting: 1,
          accounts: [
            {
              account: ACCOUNT,
              provider: "sandbox",
              role: "first",
              state: "open",
              last_error: null,
              sent_today: 3,
              limits: [{ used: 1 }, { used: 3 }],
            },
          ],
        })
        await manage("POST", "/sending/limits", { account: ACCOUNT, limits: [] })
        await shop.db.raw(`update engage_chunk set not_before = now()`)
        await until("a lifted limit is seen", async () => {
          await service().step()
          return (await runProgress(shop.db, id)).accepted === 4
        })
        expect(await checkInvariant(shop.db, new Date())).toEqual([])
      })

      it("begin, change and end", async () => {
        const plan = { first_day: 10, growth_percent: 100, full_day: 80 }
        await manage("POST", "/sending/warm-up", { account: ACCOUNT, plan })
        expect((await sending()).accounts[0].warm_up).toMatchObject({
          ...plan,
          today: 1,
          cap: 10,
          days: [
            { cap: 10, sent: 0 },
            { cap: 20, sent: null },
            { cap: 40, sent: null },
          ],
        })
        await shop.db.raw(`update engage_warm_up set started_on = started_on - 3`)
        expect((await sending()).accounts[0].warm_up).toMatchObject({ today: 4, cap: null })
        await manage("POST", "/sending/warm-up", { account: ACCOUNT, plan: null })
        expect((await sending()).accounts[0].warm_up).toBeNull()
      })

      it("are refused when they make no sense", async () => {
        const limit = { destination: "", seconds: 60, max: 5 }
        const wrong: [string, object, string][] = [
          [
            "limits",
            { account: "email pigeon", limits: [] },
            'Nothing is sent through "email pigeon"',
          ],
          ["limits", { account: ACCOUNT, limits: [limit, limit] }, "Two limits speak of the same"],
          ["limits", { account: ACCOUNT, limits: [{ ...limit, seconds: 61 }] }, "seconds"],
          ["limits", { account: ACCOUNT, limits: [{ ...limit, destination: "%" }] }, "a domain"],
          [
            "warm-up",
            { account: ACCOUNT, plan: { first_day: 9, growth_percent: 5, full_day: 9 } },
            "more than the first day",
          ],
        ]
        for (const [path, body, message] of wrong) {
          const refused = await manage("POST", `/sending/${path}`, body)
          expect([refused.status >= 400, refused.data.message]).toEqual([
            true,
            expect.stringContaining(message),
          ])
        }
      })
    })
  },
})
