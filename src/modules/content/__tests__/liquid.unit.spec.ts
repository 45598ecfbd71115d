import { joinPieces } from "../../../lib/pieces"
import { engines } from "../liquid/engine"
import { composeContent } from "../publish/compose"
import { createRenderer } from "../render/renderer"
import { sampleScope } from "../sample"
import { validateTemplate } from "../validate"

function render(html: string, person: Record<string, string> = {}, subject = "s") {
  const scope = sampleScope()
  const content = composeContent({ subject, preheader: "", html, text: null })
  return createRenderer(content, "UTC").render({
    ...scope,
    profile: { ...scope.profile, ...person },
  })
}

function say(template: string, person: Record<string, string> = {}): string {
  const rendered = joinPieces(render(`<i>${template}</i>`, person).html)
  return /^<i>([\s\S]*?)<\/i>/.exec(rendered)![1]
}

function problems(html: string, subject = "s") {
  return validateTemplate({ subject, preheader: "", html, text: null })
}

describe("Liquid of a template", () => {
  it.each([
    "{{ env }}",
    "{{ process.env.PATH }}",
    "{{ constructor }}",
    "{{ profile.constructor }}",
    "{{ profile.__proto__ }}",
    "{{ profile['__proto__']['toString'] }}",
    "{{ profile.toString }}",
    "{{ profile.name.constructor.name }}",
    "{{ last_order.items.constructor }}",
    "{{ this }}",
    "{{ globalThis }}",
  ])("sees nothing but its data: %s", (template) => expect(say(template)).toBe(""))

  it.each(["include", "render", "layout", "block"])("has no tag that reads a file: %s", (tag) => {
    expect(problems(`<p>a</p>\n  {% ${tag} "../../.env" %}`)).toEqual([
      { part: "html", line: 2, column: 3, message: `tag "${tag}" not found` },
    ])
  })

  it.each([
    "{% for i in (1..1000000000) %}x{% endfor %}",
    "{% for a in (1..9999) %}{% for b in (1..9999) %}{{ a | times: b }}{% endfor %}{% endfor %}",
    `{% assign s = "xxxxxxxxxx" %}{% for i in (1..30) %}{% assign s = s | append: s %}{% endfor %}{{ s }}`,
  ])("is found out when it never ends: %s", (template) => {
    const started = process.cpuUsage()
    expect(problems(template)[0].message).toMatch(/limit exceeded/)
    expect(process.cpuUsage(started).user).toBeLessThan(5_000_000)
  })

  it.each([
    ["{{ profile.name }}", "{{ shop.name }}{% if true %}x{% endif %}"],
    ["{{ profile.name | default: 'x' }}", "{% include 'a' %}"],
    ["{{ profile.name | append: '' }}", "{{ 7 | times: 6 }}"],
  ])("never runs what a person is called: %s", (template, name) => {
    const escaped = name.replace(/'/g, "&#39;")
    expect(say(template, { name })).toBe(escaped)
  })

  it.each(["{{ profile.name }}", "{{ profile.name | raw }}", "{{ profile.name | default: 'x' }}"])(
    "never turns a name into markup: %s",
    (template) => {
      expect(say(template, { name: `<script>"&'</script>` })).toBe(
        "&lt;script&gt;&#34;&amp;&#39;&lt;/script&gt;"
      )
    }
  )

  it("keeps a name with line breaks out of the headers, and does not escape it for HTML", () => {
    const first_name = "Tom & Ann\r\nBcc: everybody@evil.example\u2028x"
    expect(render("<p>a</p>", { first_name }, "Hi {{ profile.first_name }}").subject).toBe(
      "Hi Tom & Ann Bcc: everybody@evil.example x"
    )
  })

  it("shows dates in the zone and money in its currency", () => {
    const { text } = engines("America/New_York")
    const at = "2026-03-29T02:30:00Z"
    expect(text.parseAndRenderSync("{{ at | date: '%A %d %B %Y %H:%M %p %%' }}", { at })).toBe(
      "Saturday 28 March 2026 22:30 PM %"
    )
    expect(text.parseAndRenderSync("{{ '1990-01-01' | date: '%-d.%-m.%y' }}", {})).toBe("1.1.90")
    expect(text.parseAndRenderSync("{{ 'soon' | date }}{{ none | date }}", {})).toBe("soon")
    expect(
      text.parseAndRenderSync(
        "{{ 1250 | money: 'eur' }} {{ 1250 | money: 'jpy' }} {{ 1250 | money }}",
        {}
      )
    ).toBe("€12.50 ¥1,250 12.50")
  })
})

describe("mistakes of a template", () => {
  it.each([
    ["<p>\n{{ profile.first_name </p>", 2, 1, /not closed/],
    ["a\n {% if profile.orders %}\nb", 2, 2, /not closed/],
    ["{% frobnicate %}", 1, 1, /tag "frobnicate" not found/],
    ["x {{ profile.name | shout: 'a | b' }}", 1, 3, /undefined filter: shout/],
    [
      "{% if false %}\n{% if profile.name | shout %}{% endif %}{% endif %}",
      2,
      1,
      /undefined filter: shout/,
    ],
    ["{{ profile.frist_name }}", 1, 4, /"profile.frist_name" is not a variable/],
    [
      "{{ customer.name }}",
      1,
      4,
      /"customer" is not a variable; there are profile, last_order, products, shop, promo_code, promo_ends_at, message, trigger, constants/,
    ],
    ["{{ profile.name.first }}", 1, 4, /"profile.name.first" is not a variable/],
  ])("%j is at line %s, column %s", (html, line, column, message) => {
    expect(problems(html)).toEqual([
      { part: "html", line, column, message: expect.stringMatching(message) },
    ])
  })

  it("are none in what is right", () => {
    expect(
      problems(`{% for item in last_order.items %}{{ item.title }}{{ last_order.items.size }}{% endfor %}
        {% if last_order %}{{ last_order.date | date: "%d" | upcase }}{% endif %}{% assign x = 1 %}{{ x }}`)
    ).toEqual([])
  })

  it("name the part they are in", () => {
    expect(problems("<p>a</p>", "  ")).toEqual([
      { part: "subject", line: null, column: null, message: "The subject is empty" },
    ])
    expect(problems(" ", "{{ x }}").map((p) => p.part)).toEqual(["subject", "html"])
  })
})
