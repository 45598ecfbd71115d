import { composeContent } from "../publish/compose"
import { extractLinks } from "../publish/links"
import { textPart } from "../publish/text-part"

const CLICK = "{{ message.click_url }}"

describe("links of a template", () => {
  it.each([
    [`<a href="https://a.example/">x</a>`, `<a href="${CLICK}/0">x</a>`, ["https://a.example/"]],
    [`<A HREF='http://a.example/b'>x</A>`, `<A HREF='${CLICK}/0'>x</A>`, ["http://a.example/b"]],
    [
      `<a class=c href=https://a.example/b>x</a>`,
      `<a class=c href=${CLICK}/0>x</a>`,
      ["https://a.example/b"],
    ],
    [
      `<a href=" https://a.example/?a=1&amp;b=2 ">x</a>`,
      `<a href="${CLICK}/0">x</a>`,
      ["https://a.example/?a=1&b=2"],
    ],
    [`<area href="https://a.example/">`, `<area href="${CLICK}/0">`, ["https://a.example/"]],
  ])("are counted: %s", (html, rewritten, links) => {
    expect(extractLinks(html)).toEqual({ html: rewritten, links })
  })

  it("get one number for one address", () => {
    const { html, links } = extractLinks(
      `<a href="https://a.example/1">1</a><a href="https://a.example/2">2</a><a href="https://a.example/1">1</a>`
    )
    expect(links).toEqual(["https://a.example/1", "https://a.example/2"])
    expect(html.match(/\/\d(?=")/g)).toEqual(["/0", "/1", "/0"])
  })

  it("keep Liquid of the person for the time of the click", () => {
    const source = `<a href="{{ shop.url }}/hello?name={{ profile.first_name | default: "a > b" }}">x</a>`
    expect(extractLinks(source)).toEqual({
      html: `<a href="${CLICK}/0">x</a>`,
      links: [`{{ shop.url }}/hello?name={{ profile.first_name | default: "a > b" }}`],
    })
  })

  it.each([
    `<a href="mailto:a@shop.example">x</a>`,
    `<a href="tel:+49">x</a>`,
    `<a href="#top">x</a>`,
    `<a href="/relative">x</a>`,
    `<a href="javascript:alert(1)">x</a>`,
    `<a href="">x</a>`,
    `<a name="x">x</a>`,
    `<img src="https://a.example/x.png">`,
    `<link href="https://a.example/x.css">`,
    `<!-- <a href="https://a.example/">x</a> -->`,
    `<a href="{{ message.unsubscribe_url }}">x</a>`,
    `<a href="{{message.preferences_url}}">x</a>`,
    `{% for item in last_order.items %}<a href="https://a.example/{{ item.title }}">x</a>{% endfor %}`,
    `{% if 1 < 2 %}<b title='<a href="https://a.example/">'>x</b>{% endif %}`,
  ])("leave alone: %s", (html) => {
    expect(extractLinks(html)).toEqual({ html, links: [] })
  })

  it("are found behind Liquid that looks like markup", () => {
    const source = `{% if profile.orders <a %}<p>{{ "<a href='https://no.example'>" }}</p>{% endif %}<a {% if profile.city %}class="c"{% endif %} href="https://a.example/">x</a>`
    expect(extractLinks(source).links).toEqual(["https://a.example/"])
  })
})

describe("a frozen content", () => {
  const parts = {
    subject: "s",
    preheader: "",
    html: "<html><body><p>Hi</p></body></html>",
    text: null,
  }

  it("has a pixel and an unsubscribe footer inside the body, links of which are not counted", () => {
    const { html, text, links } = composeContent(parts)
    expect(html).toMatch(
      /^<html><body><p>Hi<\/p>[\s\S]*\{\{ message\.unsubscribe_url \}\}[\s\S]*\{\{ message\.open_url \}\}[^<]*><\/body><\/html>$/
    )
    expect(text).toContain("{{ message.unsubscribe_url }}")
    expect(links).toEqual([])
  })

  it("adds no second footer, and makes do without a body", () => {
    const html = `<p>Hi</p><a href="{{ message.unsubscribe_url }}">off</a>`
    const content = composeContent({ ...parts, html, text: "Hi {{ profile.name }}" })
    expect(content.html.match(/unsubscribe_url/g)).toHaveLength(1)
    expect(content.html).toMatch(/open_url \}\}[^<]*>$/)
    expect(content.text).toMatch(
      /^Hi \{\{ profile\.name \}\}\n\n--\n[\s\S]*Unsubscribe: \{\{ message\.unsubscribe_url \}\}\n$/
    )
  })

  it("hides the preheader first in the body, as text", () => {
    const { html } = composeContent({
      ...parts,
      preheader: `5 < 6 & {{ profile.name | default: "<you>" }}`,
    })
    expect(html).toMatch(
      /^<html><body><div style="display:none[^"]*">5 &lt; 6 &amp; \{\{ profile\.name \| default: "<you>" \}\}<\/div><p>/
    )
  })
})

describe("the text part", () => {
  it("keeps Liquid as it is, and shows links", () => {
    const html = `<h1>Hello {{ profile.first_name | default: "you  there" }}</h1>{% if profile.orders > 2 %}<p>Thanks</p>{% endif %}
      <p>See <a href="${CLICK}/0">the shop</a></p><img src="x.png" alt="logo">`
    expect(textPart(html)).toBe(
      `Hello {{ profile.first_name | default: "you  there" }}\n\n{% if profile.orders > 2 %}\n\nThanks\n\n{% endif %}\n\nSee the shop <${CLICK}/0>`
    )
  })
})
