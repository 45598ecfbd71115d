import { strToU8, zipSync } from "fflate"
import { importMessage } from "../import-message"
import type { Picture } from "../pictures"
import { translateTags } from "../tags"

const FOOTER = `<a href="*|UNSUB|*">Unsubscribe</a>`

async function take(filename: string, content: string | Uint8Array) {
  const kept: Picture[] = []
  const bytes = typeof content === "string" ? strToU8(content) : content
  const message = await importMessage({ filename, bytes }, "html", async (picture) => {
    kept.push(picture)
    return `https://files.shop.example/${kept.length}-${picture.filename}`
  })
  return { ...message, kept }
}

describe("a message from another tool", () => {
  it("keeps its HTML letter by letter, and takes its subject from the title", async () => {
    const html = `<!doctype html><html><head><title>Spring &amp; you, *|FNAME|*</title></head><body>
  <p STYLE="color:RED">Hello   *|FNAME|*,</p><br>${FOOTER}</body></html>`
    const taken = await take("spring.html", html)
    expect(taken.subject).toBe("Spring & you, {{ profile.first_name }}")
    expect(taken.html).toBe(
      html
        .replaceAll("*|FNAME|*", "{{ profile.first_name }}")
        .replace("*|UNSUB|*", "{{ message.unsubscribe_url }}")
    )
    expect(taken.problems).toEqual([])
  })

  it("is named after its file when it has no title", async () => {
    expect((await take("black_friday-2.html", `<p>Now</p>${FOOTER}`)).subject).toBe(
      "black friday 2"
    )
  })

  it("loses what no mail program runs, and says so", async () => {
    const taken = await take(
      "a.html",
      `<p onclick="steal()">A</p><script>var x = "<p>"</script><form action="/x"><input name="q">B</form>
       <a href="javascript:alert(1)">C</a><iframe src="//evil.example"><p>D</p></iframe>${FOOTER}`
    )
    expect(taken.html).not.toMatch(/script|onclick|steal|form|input|iframe|evil|>D</)
    expect(taken.html).toMatch(/<p>A<\/p>[^]*B[^]*<a>C<\/a>/)
    expect(taken.problems).toEqual([
      { kind: "removed", count: 4, details: ["script", "form", "input", "iframe"] },
    ])
  })

  it("brings its pictures and styles along in a ZIP", async () => {
    const zip = zipSync({
      "__MACOSX/news/._index.html": strToU8("noise"),
      "news/index.html": strToU8(
        `<head><link rel="stylesheet" href="css/mail.css"><link rel=stylesheet href="gone.css"></head>
         <td background='./img/back%20drop.png'><img src="img/logo.png"><img src="img/logo.png?v=2"><img src="img/gone.gif">
         <img src="https://cdn.example/a.png"><div style="background:url(&quot;img/logo.png&quot;)"></div>${FOOTER}`
      ),
      "news/css/mail.css": strToU8("p { color: red }"),
      "news/img/logo.png": strToU8("logo"),
      "news/img/back drop.png": strToU8("back"),
      "news/notes.txt": strToU8("not a picture"),
    })
    const taken = await take("news.zip", zip)
    expect(taken.html).toContain("<style>\np { color: red }\n</style></head>")
    expect(taken.html).not.toMatch(/<link|"img\/logo|&quot;img/)
    expect(taken.html).toContain(`src="img/gone.gif"`)
    expect(taken.html).toMatch(/url\(&quot;https:\/\/files\.shop\.example\/\d-logo\.png&quot;\)/)
    expect(taken.kept.map(({ filename, mimeType }) => [filename, mimeType])).toEqual([
      ["back drop.png", "image/png"],
      ["logo.png", "image/png"],
      ["logo.png", "image/png"],
    ])
    expect(taken.problems).toEqual([
      { kind: "style_sheet", count: 1, details: ["gone.css"] },
      { kind: "picture_missing", count: 1, details: ["img/gone.gif"] },
      { kind: "picture_elsewhere", count: 1, details: ["cdn.example"] },
    ])
  })

  it("puts pictures that are written into it where they can be seen", async () => {
    const data = Buffer.from("dot").toString("base64")
    const taken = await take("a.html", `<img src="data:image/gif;base64,${data}">${FOOTER}`)
    expect(taken.kept).toEqual([
      { filename: "picture.gif", mimeType: "image/gif", content: Buffer.from("dot") },
    ])
    expect(taken.html).toContain(`<img src="https://files.shop.example/1-picture.gif">`)
  })

  it("may be MJML", async () => {
    const taken = await take(
      "hello.mjml",
      `<mjml><mj-body><mj-section><mj-column><mj-text>Hi {{ first_name }}</mj-text><mj-nothing/></mj-column></mj-section></mj-body></mjml>`
    )
    expect(taken.html).toMatch(/^\s*<!doctype html>/i)
    expect(taken.html).toContain("Hi {{ profile.first_name }}")
    expect(taken.problems.map(({ kind }) => kind)).toEqual(["mjml", "unsubscribe"])
  })

  it.each([
    ["a.pdf", "x", "file: choose an .html, .mjml or .zip file"],
    ["a.html", "  ", "file: the message is empty"],
    ["a.html", "a\0b", "file: the message is not text"],
    ["a.zip", "PK no", "file: the ZIP cannot be read (invalid zip data)"],
    [
      "a.zip",
      zipSync({ "a.txt": strToU8("x") }),
      "file: there is no .html or .mjml file in the ZIP",
    ],
    [
      "a.zip",
      zipSync({ "a.html": new Uint8Array(31e6) }),
      "file: the ZIP holds more than 300 files or 30 MB",
    ],
    ["a.html", `<p>{% if a %}</p>`, /^file: .*if.*\(line 1, column 4\)$/],
  ])("is refused with a reason: %s", async (name, content, message) => {
    await expect(take(name, content)).rejects.toThrow(message)
  })
})

describe("placeholders of other tools", () => {
  it.each([
    ["*|LNAME|*", "{{ profile.last_name }}"],
    ["*|LIST:COMPANY|*", "{{ shop.name }}"],
    ["{{ first_name|default:'friend' }}", `{{ profile.first_name | default: "friend" }}`],
    ["{{ person.first_name }}", "{{ profile.first_name }}"],
    ["{{customer.email}}", "{{ profile.email }}"],
    ["{{ contact.FIRSTNAME }}", "{{ profile.first_name }}"],
    ["{{{unsubscribe}}}", "{{ message.unsubscribe_url }}"],
    ["{{ .Subscriber.FirstName }}", "{{ profile.first_name }}"],
    ["{{ UnsubscribeURL }}", "{{ message.unsubscribe_url }}"],
    ["<%asm_group_unsubscribe_raw_url%>", "{{ message.unsubscribe_url }}"],
    ["{contactfield=firstname}", "{{ profile.first_name }}"],
    ["{unsubscribe_url}", "{{ message.unsubscribe_url }}"],
    ["{% unsubscribe 'Stop these' %}", `<a href="{{ message.unsubscribe_url }}">Stop these</a>`],
    ["*|CURRENT_YEAR|*", `{{ message.date | date: "%Y" }}`],
  ])("%s becomes %s", (theirs, ours) => {
    expect(translateTags(theirs)).toEqual({ text: ours, unknown: [] })
  })

  it("of ours stay as they are", () => {
    const text = `{{ profile.first_name | default: "you" }}{% if profile.orders > 2 %}{{ "x" | upcase }}{% endif %}`
    expect(translateTags(text)).toEqual({ text, unknown: [] })
  })

  it("that nobody knows are taken out and named once", () => {
    expect(
      translateTags(
        "a*|MC:SUBJECT|*b{{ event.extra.x }}c{{ event.extra.x }}{% web_font %}{% web_view %}"
      )
    ).toEqual({
      text: `abc<a href="{{ message.view_url }}">View in browser</a>`,
      unknown: ["*|MC:SUBJECT|*", "{{ event.extra.x }}", "{% web_font %}"],
    })
  })
})
