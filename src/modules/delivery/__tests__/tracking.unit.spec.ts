import { sampleScope } from "../../content/sample"
import { isPersonal, linkTarget } from "../tracking/link-target"
import { clickVerdict, openVerdict } from "../tracking/verdict"

const CHROME =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36"

describe("who opened", () => {
  it.each([
    [CHROME, "human"],
    [
      "Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)",
      "human",
    ],
    ["YahooMailProxy; https://help.yahoo.com/kb/yahoo-mail-proxy-SLN28749.html", "human"],
    ["Mozilla/5.0", "proxy"],
    ["Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", "scanner"],
    ["curl/8.5.0", "scanner"],
    ["Barracuda Sentinel (EE)", "scanner"],
    ["Mozilla/4.0 (compatible; ms-office; MSOffice 16)", "scanner"],
    ["", "scanner"],
    [undefined, "scanner"],
  ])("%s is %s", (userAgent, verdict) => expect(openVerdict(userAgent)).toBe(verdict))
})

describe("who clicked", () => {
  it.each([
    ["GET", CHROME, "human"],
    ["HEAD", CHROME, "scanner"],
    ["GET", "python-requests/2.32", "scanner"],
    ["GET", undefined, "scanner"],
  ])("%s by %s is %s", (method, userAgent, verdict) =>
    expect(clickVerdict(method, userAgent)).toBe(verdict)
  )
})

describe("where a link leads", () => {
  const scope = {
    ...sampleScope(),
    profile: { first_name: "a&b=c/../?#\r\nx", city: "//evil.example" },
  }
  const source = { ref: "bc_1", title: "Spring news!", channel: "email" }
  const target = (link: string) => linkTarget(link, "https://shop.example/de/", source, scope)
  const UTM = "utm_source=engage&utm_medium=email&utm_campaign=spring-news&utm_id=bc_1"

  it.each([
    ["https://shop.example/a", `https://shop.example/a?${UTM}`],
    ["https://shop.example/a?x=1#frag", `https://shop.example/a?x=1&${UTM}#frag`],
    [
      "https://shop.example/?utm_source=own&utm_campaign=mine",
      "https://shop.example/?utm_source=own&utm_campaign=mine&utm_medium=email&utm_id=bc_1",
    ],
    ["{{ shop.url }}/sale", `https://shop.example/de/sale?${UTM}`],
    [
      "https://shop.example/{{ profile.first_name }}",
      `https://shop.example/a%26b%3Dc%2F..%2F%3F%23%0D%0Ax?${UTM}`,
    ],
    ["https://shop.example/{{ profile.city }}", `https://shop.example/%2F%2Fevil.example?${UTM}`],
    ["{{ shop.url }}{{ profile.nothing }}/x", `https://shop.example/de/x?${UTM}`],
  ])("%s", (link, expected) => expect(target(link)).toBe(expected))

  it.each([
    "javascript:alert(1)",
    "data:text/html,x",
    "//evil.example",
    "{{ profile.city }}",
    "ftp://shop.example/",
    "mailto:a@shop.example",
    "nonsense",
    "",
  ])("nowhere: %j", (link) => expect(target(link)).toBeUndefined())

  it("asks for the person only when the link does", () => {
    expect(isPersonal("{{ shop.url }}/a?b={c}")).toBe(true)
    expect(isPersonal("https://shop.example/{{ profile.city }}")).toBe(true)
    expect(isPersonal("{{ shop.url }}/a")).toBe(false)
    expect(isPersonal("https://shop.example/")).toBe(false)
  })
})
