import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { contentChecks } from "../preflight/checks"
import { deadLinks } from "../preflight/dead-links"
import { acrossLanguages } from "../preflight/languages"
import { readMarkup } from "../preflight/markup"
import { bareVariables, tryOnMembers } from "../preflight/members"
import { senderCheck } from "../preflight/sender"
import { spamSigns } from "../preflight/spam"
import { composeContent } from "../publish/compose"
import { createRenderer } from "../render/renderer"
import { sampleScope } from "../sample"

const parts = (html: string, part = {}) => ({
  subject: "News",
  preheader: "More inside",
  html,
  text: null,
  ...part,
})
const WORDS = "Something worth reading. ".repeat(10)
const FINE = `<p>${WORDS}</p><a href="{{ message.unsubscribe_url }}">Off</a>`
/** What is said against a message, by check. */
const against = (html: string, part = {}, bytes = 1_000) =>
  Object.fromEntries(
    contentChecks(parts(html, part), bytes)
      .filter(({ level }) => level !== "ok")
      .map(({ key, level, message, details }) => [key, [level, message, ...details]])
  )

describe("the check of a message", () => {
  it("finds nothing wrong with a good one", () => {
    expect(against(`${FINE}<img src="a.png" alt="A {{ shop.name | default: "x" }}">`)).toEqual({})
  })

  it("reads markup with Liquid in it as it was written", () => {
    const html = `<style>p{}</style><a class="{% if a > b %}c{% endif %}" href="{{ shop.url | default: "x" }}/a">A <b>b</b></a><img src='{{ item.image }}'>`
    expect(readMarkup(html)).toEqual({
      images: [{ src: "{{ item.image }}", alt: undefined }],
      links: [{ href: `{{ shop.url | default: "x" }}/a`, text: "A b" }],
      text: "A b",
    })
  })

  it("names links that lead nowhere", () => {
    const links = ["", "#", "www.shop.example", "javascript:alert(1)", "http://localhost:9000/x"]
    const html = FINE + links.map((href, at) => `<a href="${href}">Link ${at}</a>`).join("")
    expect(against(html).links).toEqual([
      "blocker",
      "The link “Link 0” leads nowhere",
      "The link “Link 1” leads nowhere",
      "The link “Link 2” leads to “www.shop.example”, which is no web address",
      "The link “Link 3” leads to “javascript:alert(1)”, which is no web address",
      "The link “Link 4” leads to this machine, where customers cannot go",
    ])
    const good = ["https://a.example", "mailto:a@b.example", "tel:+49", "{{ shop.url }}/cart"]
    expect(against(FINE + good.map((href) => `<a href="${href}">x</a>`).join(""))).toEqual({})
  })

  it("leaves out what the shop's constants hide from everybody", () => {
    const link = (href: string) => `<a href="${href}">x</a>`
    const logo = (value: string) =>
      `{% if "${value}" != "" %}<img src="${value}" alt="Logo">{% else %}<b>Shop</b>${link("#")}{% endif %}`
    const nested = `{% if "" != "" %}{% if profile.city %}a{% endif %}${link("")}{% endif %}`
    expect(against(FINE + nested)).toEqual({})
    expect(against(FINE + logo("https://a.example/l.png"))).toEqual({})
    expect(against(FINE + logo("")).links).toEqual(["blocker", "The link “x” leads nowhere"])
    expect(against(FINE + `{% if profile.orders > 1 %}${link("")}{% endif %}`).links[0]).toBe(
      "blocker"
    )
  })

  it("names pictures without description or file, and too little text", () => {
    const html = `<a href="{{ message.unsubscribe_url }}">Off</a><img src="https://a.example/b/cat.png"><img src="" alt="x">`
    expect(against(html)).toEqual({
      images: ["warning", "The picture cat.png has no description", "A picture has no file"],
      words: [
        "warning",
        "There is little text beside the pictures: some people and filters see only the text",
      ],
    })
  })

  it("tells of size, a missing unsubscribe link, and the inbox line", () => {
    expect(
      against(`<p>${WORDS}</p>`, { subject: "x".repeat(71), preheader: " " }, 104_449)
    ).toEqual({
      unsubscribe: ["warning", "There is no unsubscribe link: one is added below the message"],
      size: ["warning", "103 KB: Gmail cuts messages above 102 KB"],
      subject: [
        "warning",
        "The subject has 71 characters: many inboxes show only the first 70",
        "There is no preview line: inboxes show the first words instead",
      ],
    })
    expect(against(FINE, {}, 104_448)).toEqual({})
  })

  it("knows what reads like spam", () => {
    expect(spamSigns("WIN A PRIZE NOW!!!", "Click here, you won. CLICK HERE")).toEqual([
      "The subject is all capitals",
      "The subject has many exclamation marks",
      "“click here” is a phrase that filters distrust",
      "“you won” is a phrase that filters distrust",
    ])
    expect(spamSigns("Re: your order", "")).toEqual(["The subject pretends to be an answer"])
    expect(
      spamSigns("{{ profile.first_name | upcase }}, new TVs are here!", "Have a look")
    ).toEqual([])
  })
})

describe("a trial on people", () => {
  it("counts who lacks a value that has no fallback", () => {
    const content = parts(
      `{{ profile.first_name }} {{ profile.city | default: "here" }} {{ last_order.number }} {{ item.title }} {{ shop.name }}`
    )
    expect(bareVariables(content)).toEqual(["profile.first_name", "last_order.number"])
    const known = sampleScope()
    const unknown = { ...known, profile: { ...known.profile, first_name: null }, last_order: null }
    const renderer = createRenderer(composeContent(content), "UTC")
    expect(tryOnMembers(content, renderer, [known, unknown, unknown])).toEqual({
      people: 3,
      errors: [],
      missing: [
        { path: "profile.first_name", people: 2 },
        { path: "last_order.number", people: 2 },
      ],
    })
  })

  it("counts for whom the message fails", () => {
    const renderer = {
      ...createRenderer(composeContent(parts("x")), "UTC"),
      render: ({ profile }: ReturnType<typeof sampleScope>) => {
        if (profile.orders === 0) throw new Error("no orders")
        return { subject: "", preheader: "", html: [], text: [] }
      },
    }
    const known = sampleScope()
    const fails = { ...known, profile: { ...known.profile, orders: 0 } }
    expect(tryOnMembers(parts("x"), renderer, [known, fails, fails]).errors).toEqual([
      { message: "no orders", people: 2 },
    ])
  })
})

describe("the sender's domain", () => {
  const records: Record<string, string[][]> = {
    "good.example": [["other"], ["v=spf1 include:", "mail.example ~all"]],
    "_dmarc.good.example": [["v=DMARC1; p=none"]],
    "s1._domainkey.good.example": [["k=rsa; p=MIGf"]],
  }
  const resolve = (name: string) =>
    records[name] ? Promise.resolve(records[name]) : Promise.reject(new Error("ENOTFOUND"))

  it("is fine with SPF, DKIM and DMARC", async () => {
    expect(await senderCheck("shop@good.example", "s1", resolve)).toMatchObject({ level: "ok" })
  })
  it("is told what it lacks", async () => {
    const { level, message, details } = await senderCheck("shop@bad.example", "s1", resolve)
    expect([level, message, ...details]).toEqual([
      "warning",
      "bad.example has no SPF record: add one that names your mail provider",
      "bad.example has no DKIM key “s1”: your mail provider tells which to add",
      "bad.example has no DMARC record: large inboxes ask for one",
    ])
  })
})

describe("opening the links of a message", () => {
  const opened: string[] = []
  const server = createServer((req, res) => {
    opened.push(req.url!)
    if (req.url === "/slow") return
    const status = { "/gone": 404, "/broken": 503, "/login": 403 }[req.url!] ?? 200
    res.writeHead(status).end("page")
  })
  let url: string

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  beforeEach(() => (opened.length = 0))
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })

  const check = (hrefs: string[], allowPrivate = true) => {
    const html = hrefs.map((href) => `<a href="${href}">To ${href.split("/").pop()}</a>`).join("")
    return deadLinks(parts(html), `${url}/`, { allowPrivate, timeoutMs: 300 })
  }

  it("names those that lead to no page, and opens each once", async () => {
    const hrefs = [`${url}/fine`, `${url}/gone`, `${url}/gone`, `${url}/broken`, `${url}/login`]
    const found = await check([...hrefs, `${url}/slow`, "http://nowhere.invalid/a"])
    expect(found).toMatchObject({ key: "pages", level: "warning" })
    expect([found.message, ...found.details].sort()).toEqual([
      expect.stringMatching(/^The link “To a” could not be opened: .*nowhere\.invalid/),
      "The link “To broken” leads to a page with a fault (503)",
      "The link “To gone” leads to a page that is not there (404)",
      "The link “To slow” could not be opened: No answer within 0.3 seconds",
    ])
    expect([...opened].sort()).toEqual(["/broken", "/fine", "/gone", "/login", "/slow"])
  })

  it("writes the shop's address in, and leaves out what differs from person to person", async () => {
    const hrefs = [
      "{{ shop.url }}/fine",
      "{{ message.unsubscribe_url }}",
      `${url}/{{ profile.id }}`,
    ]
    expect(await check([...hrefs, "mailto:a@b.example"])).toMatchObject({
      level: "ok",
      message: "Every link was opened and leads to a page",
    })
    expect(opened).toEqual(["/fine"])
  })

  it("calls nothing inside the shop's own network", async () => {
    expect(await check([`${url}/fine`, "http://169.254.169.254/latest"], false)).toMatchObject({
      level: "ok",
    })
    expect(opened).toEqual([])
  })
})

it("weighs each check as in the language where it is worst, also where one language lacks it", () => {
  const ok = { key: "links", level: "ok", message: "Fine", details: [] } as const
  const bad = { key: "links", level: "blocker", message: "Dead", details: ["More"] } as const
  const spam = { key: "spam", level: "ok", message: "No spam", details: [] } as const
  expect(
    acrossLanguages([
      { language: null, checks: [bad] },
      { language: "de", checks: [ok, spam] },
    ])
  ).toEqual([
    { key: "links", level: "blocker", message: "Default: Dead", details: ["Default: More"] },
    spam,
  ])
})
