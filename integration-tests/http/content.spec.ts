import { strToU8, zipSync } from "fflate"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { Modules, ProductStatus } from "@medusajs/framework/utils"
import { createProductsWorkflow } from "@medusajs/medusa/core-flows"
import { Migration20251208124155 } from "@medusajs/translation/dist/migrations/Migration20251208124155"
import { CAMPAIGN_MODULE } from "../../src/modules/campaign"
import type CampaignModuleService from "../../src/modules/campaign/service"
import { DELIVERY_MODULE } from "../../src/modules/delivery"
import type DeliveryModuleService from "../../src/modules/delivery/service"
import type { Db } from "../../src/lib/db"
import type { Block, MessageDocument } from "../../src/types/document"
import { adminHeaders } from "./support/admin"
import { TestShop } from "./support/shop"

jest.setTimeout(300_000)

const base = { background: null, padding: 12 }
const text = (id: string, value: string): Block => ({
  ...base,
  id,
  type: "text",
  content: {
    type: "doc",
    content: [{ type: "paragraph", content: [{ type: "text", text: value }] }],
  },
  align: "left",
  size: 16,
  color: null,
})
const products = (id: string, source: string, part: object = {}): Block =>
  ({
    ...base,
    id,
    type: "products",
    source,
    product_ids: [],
    limit: 3,
    columns: 2,
    show_price: true,
    button: "",
    fill: false,
    ...part,
  }) as Block
const documentOf = (...blocks: Block[]): MessageDocument => ({
  version: 1,
  style: {
    background: "#f4f4f5",
    surface: "#ffffff",
    text: "#18181b",
    accent: null,
    font: "sans",
    radius: 12,
  },
  blocks,
})

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let shop: TestShop
    let admin: Awaited<ReturnType<typeof adminHeaders>>
    const options = () => ({ ...admin, validateStatus: () => true })
    const post = (path: string, body: unknown = {}) =>
      api.post(`/admin/engage${path}`, body, options())
    const get = (path: string) => api.get(`/admin/engage${path}`, options())
    const remove = (path: string) => api.delete(`/admin/engage${path}`, options())
    const idOf = async (email: string) =>
      (await get(`/profiles?q=${encodeURIComponent(email)}`)).data.profiles[0].id as string
    const template = async (document: MessageDocument, subject = "Hello") =>
      (await post("/templates", { name: "T", subject, document })).data.template
    /** The text part of a message as one person would get it. */
    const previewed = async (document: MessageDocument, profile_id?: string) => {
      const { data } = await post("/templates/preview", { subject: "s", document, profile_id })
      expect(data.problems).toEqual([])
      return data.rendered.text
        .split("Test shop ·")[0]
        .replace(/<[^>]*>/g, "")
        .split(/\s*\n\s*/)
        .filter(Boolean)
    }

    // Once: what is there before the first test is there before each.
    beforeAll(async () => {
      admin = await adminHeaders(api as never, getContainer())
    })

    beforeEach(() => {
      shop = new TestShop(getContainer())
    })

    it("takes a message of another tool, with its pictures, or says why not", async () => {
      const send = async (filename: string, content: Uint8Array) => {
        const form = new FormData()
        form.append("file", new Blob([content as BlobPart]), filename)
        return post("/templates/import", form)
      }
      const files = getContainer().resolve(Modules.FILE)
      const upload = jest.spyOn(files, "createFiles")
      const zip = zipSync({
        "index.html": strToU8(
          `<title>Hi *|FNAME|*</title><p>*|SEASON|*</p><img src="logo.png"><a href="*|UNSUB|*">Stop</a>`
        ),
        "logo.png": strToU8("logo"),
      })
      const { status, data } = await send("spring_news.zip", zip)
      expect([status, data.message]).toEqual([201, undefined])
      const [{ url, id }] = (await upload.mock.results[0].value) as { url: string; id: string }[]
      try {
        expect(data).toMatchObject({
          template: {
            name: "spring news",
            subject: "Hi {{ profile.first_name }}",
            html: `<title>Hi {{ profile.first_name }}</title><p></p><img src="${url}"><a href="{{ message.unsubscribe_url }}">Stop</a>`,
          },
          parts: null,
          problems: [{ kind: "placeholder", details: ["*|SEASON|*"], count: 1 }],
        })
        const listed = await api.get("/admin/engage/templates?q=spring", options())
        expect(listed.data.templates).toHaveLength(1)
      } finally {
        await files.deleteFiles(id)
      }
      const refused = await send("a.pdf", strToU8("x"))
      expect([refused.status, refused.data.message]).toEqual([
        400,
        "file: choose an .html, .mjml or .zip file",
      ])
      expect(upload).toHaveBeenCalledTimes(1)
      upload.mockRestore()
    })

    it("makes blocks of another tool's message when asked to, and says what stays HTML", async () => {
      const form = new FormData()
      form.append(
        "file",
        new Blob([
          `<title>Tea</title><body><div style="display:none">Ten teas</div><h1>Hi *|FNAME|*</h1>
           <p>One a day.</p><table><tr><th>Tea</th><th>Price</th></tr></table><a href="*|UNSUB|*">Stop</a></body>`,
        ]),
        "tea.html"
      )
      const { status, data } = await post("/templates/import?as=blocks", form)
      expect([status, data.message]).toEqual([201, undefined])
      const { template, parts, problems } = data
      expect(template).toMatchObject({ name: "tea", subject: "Tea", preheader: "Ten teas" })
      expect(template.document.blocks.map(({ type }: Block) => type)).toEqual([
        "heading",
        "text",
        "html",
        "text",
      ])
      expect(template.html).toMatch(/<h1[^>]*>Hi \{\{ profile\.first_name \}\}<\/h1>/)
      expect(parts).toEqual({ editable: 3, html: 1 })
      expect(problems).toEqual([{ kind: "kept_html", details: ["Tea Price"], count: 1 }])
      const wrong = await post("/templates/import?as=words", form)
      expect(wrong.status).toBe(400)
      await remove(`/templates/${template.id}`)
    })

    it("shows small pictures of e-mails, and of nothing else", async () => {
      const mail = await template(documentOf(text("a", "Hi {{ profile.first_name }}")))
      const sms = await post("/templates", { name: "S", channel: "sms", text: "Hi" })
      const ids = [mail.id, sms.data.template.id, "tmpl_gone"]
      const { data } = await get(`/templates/pictures?ids=${ids.join()}`)
      expect(data.pictures.map(({ id }: { id: string }) => id)).toEqual([mail.id])
      expect(data.pictures[0].html).toMatch(/<p[^>]*>Hi \w+<\/p>/)
      expect((await get("/templates/pictures?ids=a;b")).status).toBe(400)
    })

    it("replaces a text in all templates, shows each place before, and takes it back", async () => {
      const variable = {
        ...text("v", ""),
        content: {
          type: "doc",
          content: [
            {
              type: "paragraph",
              content: [
                { type: "text", text: "Call 555-0100 or " },
                {
                  type: "variable",
                  attrs: { path: "constants.website", fallback: "", format: "plain" },
                },
              ],
            },
          ],
        },
      } as Block
      const make = async (name: string, body: object) =>
        (await post("/templates", { name, subject: "Hello", ...body })).data.template.id
      const one = await make("One", { document: documentOf(variable) })
      const two = await make("Two", {
        subject: "Call 555-0100 & 555-0100",
        html: `<p>Q&amp;A: 555-0100</p>`,
        languages: [{ language: "de", subject: "Ruf 555-0100", html: "<p>Hallo</p>" }],
      })
      const block = (await post("/blocks", { name: "Foot", block: text("f", "Tel. 555-0100") }))
        .data.block.id
      const search = { find: "555-0100", replace: "555-0199" }
      const { data } = await post("/replacements/preview", search)
      const found = data.found.map(({ id, kind, count, problem }: Record<string, unknown>) => [
        id,
        kind,
        count,
        problem,
      ])
      expect(found).toEqual([
        [one, "template", 1, null],
        [two, "template", 4, null],
        [block, "block", 1, null],
      ])
      expect(data.found[1].places[3]).toEqual({
        part: "subject",
        language: "de",
        left: "Ruf ",
        found: "555-0100",
        right: "",
      })

      const done = await post("/replacements", { ...search, ids: [one, two, block] })
      expect(done.data.replacement).toMatchObject({
        ...search,
        match_case: true,
        undone_at: null,
        changed: [
          { kind: "block", id: block, name: "Foot", places: 1 },
          { kind: "template", id: one, name: "One", places: 1 },
          { kind: "template", id: two, name: "Two", places: 4 },
        ],
      })
      const changed = (await get(`/templates/${two}`)).data.template
      expect([changed.subject, changed.html, changed.languages[0].subject]).toEqual([
        "Call 555-0199 & 555-0199",
        "<p>Q&amp;A: 555-0199</p>",
        "Ruf 555-0199",
      ])
      expect((await get(`/templates/${one}`)).data.template.html).toContain("Call 555-0199 or")
      expect((await get("/blocks")).data.blocks[0].block.content.content[0].content[0].text).toBe(
        "Tel. 555-0199"
      )
      expect((await post("/replacements/preview", search)).data.found).toEqual([])

      // A variable of the blocks is found by what would stand in HTML, and only with the chosen ones.
      const shop = { find: "{{ constants.website }}", replace: "{{ shop.url }}" }
      const swapped = await post("/replacements", { ...shop, ids: [one] })
      expect(swapped.data.message).toBeUndefined()
      const { document } = (await get(`/templates/${one}`)).data.template
      expect(document.blocks[0].content.content[0].content[1].attrs.path).toBe("shop.url")
      const broken = { find: "Q&A", replace: "{{ profile.none }}" }
      expect((await post("/replacements/preview", broken)).data.found[0].problem).toMatch(
        /^html, line 1, column \d+: "profile\.none" is not a variable$/
      )
      const refused = await post("/replacements", { ...broken, ids: [two] })
      expect([refused.status, refused.data.message]).toEqual([
        400,
        expect.stringMatching(/^replace: "Two" could not be sent any more/),
      ])

      const undone = await post(`/replacements/${done.data.replacement.id}/undo`)
      expect(undone.data.kept).toEqual([{ id: one, name: "One" }])
      expect((await get(`/templates/${two}`)).data.template.subject).toBe(
        "Call 555-0100 & 555-0100"
      )
      expect((await get(`/templates/${one}`)).data.template.html).toContain("Call 555-0199 or")
      const again = await post(`/replacements/${done.data.replacement.id}/undo`)
      expect([again.status, again.data.message]).toEqual([400, "This was taken back before"])
      const listed = (await get("/replacements")).data.replacements
      expect(listed.map((each: { undone_at: string | null }) => each.undone_at !== null)).toEqual([
        false,
        true,
      ])
    })

    it("makes a message of blocks: saved, changed, copied, and turned into HTML", async () => {
      const made = await template(documentOf(text("a", "First {{ profile.first_name }}")))
      expect(made.document.blocks[0].content.content[0].content[0].text).toBe(
        "First {{ profile.first_name }}"
      )
      expect(made.html).toContain("First {{ profile.first_name }}")
      const changed = await post(`/templates/${made.id}`, {
        html: "not this",
        document: documentOf(text("a", "Second")),
      })
      expect(changed.data.template.html).toMatch(/^<!doctype html>[^]*Second/)
      const copy = (await post(`/templates/${made.id}/duplicate`)).data.template
      expect(copy.document).toEqual(changed.data.template.document)
      const html = "<p>By hand</p>"
      const turned = (await post(`/templates/${made.id}`, { document: null, html })).data.template
      expect([turned.html, turned.document]).toEqual([html, null])
    })

    it("refuses blocks that are none, and mistakes in their Liquid", async () => {
      const wrong = await post("/templates", {
        name: "T",
        subject: "s",
        document: documentOf({ ...text("a", "x"), type: "poem" } as never),
      })
      expect(wrong.status).toBe(400)
      const mistake = await post("/templates", {
        name: "T",
        subject: "s",
        document: documentOf(text("a", "{{ profile.frist_name }}")),
      })
      expect([mistake.status, mistake.data.message]).toEqual([
        400,
        expect.stringMatching(
          /^html, line \d+, column \d+: "profile.frist_name" is not a variable$/
        ),
      ])
    })

    it("shows each person the shop's products in their currency, and counts clicks on them", async () => {
      const container = getContainer()
      const catalogue = container.resolve(Modules.PRODUCT)
      const tea = await catalogue.createProductCategories({ name: "Tea", is_active: true })
      const product = (title: string, eur: number, usd?: number, more = {}) => ({
        title,
        status: ProductStatus.PUBLISHED,
        options: [{ title: "Size", values: ["One"] }],
        variants: [
          {
            title: "One",
            options: { Size: "One" },
            manage_inventory: false,
            prices: [
              { amount: eur, currency_code: "eur" },
              ...(usd ? [{ amount: usd, currency_code: "usd" }] : []),
            ],
          },
        ],
        ...more,
      })
      const { result } = await createProductsWorkflow(container).run({
        input: {
          products: [
            product("Green tea", 5, 6, { category_ids: [tea.id] }),
            product("Black tea", 4, undefined, { category_ids: [tea.id] }),
            product("Pot", 60, 70),
            product("Hidden", 9, 9, { status: ProductStatus.DRAFT }),
          ],
        },
      })
      const [green, black, pot, hidden] = result.map(({ id }) => id)
      await container.resolve(Modules.REGION).createRegions([
        { name: "US", currency_code: "usd", countries: ["us"] },
        { name: "EU", currency_code: "eur", countries: ["de"] },
      ])
      await container.resolve(Modules.STORE).createStores({
        name: "Shop",
        supported_currencies: [{ currency_code: "eur", is_default: true }],
      })
      const ann = await shop.customer("ann@shop.example", {
        first_name: "Ann",
        metadata: { email_opt_in: true },
      })
      await shop.customer("bob@shop.example", {
        first_name: "Bob",
        metadata: { email_opt_in: true },
      })
      const line = (title: string, product_id: string, quantity: number) => ({
        title,
        quantity,
        unit_price: 5,
        product_id,
      })
      await shop.order({
        customer: ann,
        email: "ann@shop.example",
        lines: [line("Pot", pot, 1), line("Hidden", hidden, 9)],
      })
      await shop.order({
        email: "carl@shop.example",
        lines: [line("Green tea", green, 3), line("Black tea", black, 2)],
      })
      await shop.sync()
      await post("/events", {
        events: [
          [2, pot],
          [1, green],
          [3, green],
          [1, "prod_gone"],
        ].map(([ago, product_id], at) => ({
          name: "Product Viewed",
          email: "ann@shop.example",
          message_id: `v${at}`,
          at: new Date(Date.now() - Number(ago) * 3_600_000).toISOString(),
          properties: { product_id },
        })),
      })
      await shop.sync()
      await shop.db.raw(
        `update engage_profile set country = case email when 'ann@shop.example' then 'us' else 'de' end`
      )
      const cart = await container.resolve(Modules.CART).createCarts({
        currency_code: "usd",
        customer_id: ann,
        email: "ann@shop.example",
        items: [{ title: "Black tea", quantity: 1, unit_price: 4, product_id: black } as never],
      })
      const annId = await idOf("ann@shop.example")
      const bobId = await idOf("bob@shop.example")
      const of = (block: Block, person?: string) => previewed(documentOf(block), person)

      expect(await of(products("p", "best_sellers"), annId)).toEqual([
        "Green tea",
        "$6.00",
        "Black tea",
        "€4.00",
        "Pot",
        "$70.00",
      ])
      expect(await of(products("p", "best_sellers", { limit: 1 }), bobId)).toEqual([
        "Green tea",
        "€5.00",
      ])
      expect(await of(products("p", "last_viewed", { show_price: false }), annId)).toEqual([
        "Green tea",
        "Pot",
      ])
      expect(await of(products("p", "last_viewed"), bobId)).toEqual([])
      expect(await of(products("p", "last_viewed", { fill: true, limit: 1 }), bobId)).toEqual([
        "Green tea",
        "€5.00",
      ])
      expect(await of(products("p", "cart"), annId)).toEqual(["Black tea", "€4.00"])
      expect(await of(products("p", "last_order"), annId)).toEqual(["Pot", "$70.00"])
      expect(
        await of(products("p", "manual", { product_ids: [hidden, black, pot] }), bobId)
      ).toEqual(["Black tea", "€4.00", "Pot", "€60.00"])
      const card: Block = {
        ...base,
        id: "c",
        type: "product",
        product_id: pot,
        show_price: true,
        button: "Buy",
      }
      expect(await of(card)).toEqual(["Pot", "€60.00", "Buy"])
      await container
        .resolve(Modules.CART)
        .updateCarts(cart.id, { completed_at: new Date() } as never)
      expect(await of(products("p", "cart"), annId)).toEqual([])
      expect(await of(products("p", "top_interest", { show_price: false }), annId)).toEqual([
        "Green tea",
        "Black tea",
      ])
      expect(await of(products("p", "top_interest"), await idOf("carl@shop.example"))).toEqual([])

      const { id: template_id } = await template(
        documentOf(products("p", "best_sellers", { limit: 1 }))
      )
      const segment = (
        await post("/segments", {
          name: "All",
          rules: {
            version: 1,
            root: {
              type: "group",
              op: "and",
              children: [{ type: "condition", attribute: "consent.email", operator: "is_true" }],
            },
          },
        })
      ).data.segment
      const { broadcast } = (
        await post("/broadcasts", {
          name: "B",
          template_id,
          segment_id: segment.id,
          plan: { deliver_immediately: true },
        })
      ).data
      expect((await post(`/broadcasts/${broadcast.id}/start`)).status).toBe(200)
      await container.resolve<CampaignModuleService>(CAMPAIGN_MODULE).step()
      const service = container.resolve<DeliveryModuleService>(DELIVERY_MODULE)
      for (let left = 1; left;) {
        await service.step()
        left = (
          await shop.row<{ n: number }>(
            `select count(*)::int as n from engage_run where status = 'sending'`
          )
        ).n
      }
      const outbox: { id: string; to: string }[] = (await get("/messages")).data.messages
      const copyOf = async (to: string) =>
        (await get(`/messages/${outbox.find((message) => message.to === to)!.id}`)).data.message
      expect((await copyOf("ann@shop.example")).text).toMatch(/Green tea <[^>]*>\s+\$6\.00/)
      const bobs = await copyOf("bob@shop.example")
      expect(bobs.text).toMatch(/Green tea <[^>]*>\s+€5\.00/)
      const click = /href="http:\/\/localhost:9000(\/engage\/c\/[^"]+\?product=green-tea)"/.exec(
        bobs.html
      )![1]
      const followed = await api.get(click, { maxRedirects: 0, validateStatus: () => true })
      expect([followed.status, followed.headers.location]).toEqual([
        302,
        expect.stringMatching(/^http:\/\/localhost:8000\/products\/green-tea\?utm_source=engage/),
      ])
    })

    it("calls products as the shop's translations do, in the language that somebody gets", async () => {
      const { result } = await createProductsWorkflow(getContainer()).run({
        input: {
          products: ["Cup", "Spoon"].map((title) => ({
            title,
            status: ProductStatus.PUBLISHED,
            options: [{ title: "Size", values: ["One"] }],
            variants: [{ title: "One", options: { Size: "One" }, manage_inventory: false }],
          })),
        },
      })
      const [cup, spoon] = result.map(({ id }) => id)
      await shop.customer("ute@shop.example")
      await shop.sync()
      await shop.db.raw(
        `update engage_profile set language = 'de-AT' where email = 'ute@shop.example'`
      )
      const ute = await idOf("ute@shop.example")
      const html = [cup, spoon].map((id) => `{{ products.${id}.title }}`).join(" ")
      const names = async (body: Record<string, unknown>) => {
        const own = { subject: "Hello", html: `<p>${html}</p>` }
        const languages = [{ language: "de", subject: "Hallo", html: `<p>${html}!</p>` }]
        const { data } = await post("/templates/preview", { ...own, languages, ...body })
        return /<p>(.*)<\/p>/.exec(data.rendered.html)![1]
      }
      expect(await names({ profile_id: ute })).toBe("Cup Spoon!")

      await translationTables(shop.db)
      await shop.db.raw(
        `insert into translation (id, reference_id, reference, locale_code, translations)
         values ('trans_1', ?, 'product', 'de-DE', '{"title": "Tasse"}'), ('trans_2', ?, 'product', 'fr-FR', '{"title": "Cuillère"}')`,
        [cup, spoon]
      )
      expect(await names({ profile_id: ute })).toBe("Tasse Spoon!")
      expect(await names({ language: "de" })).toBe("Tasse Spoon!")
      expect(await names({})).toBe("Cup Spoon")
      expect(await names({ profile_id: ute, languages: [] })).toBe("Cup Spoon")
    })

    it("keeps constants, tells where they are used, and writes them into what is sent", async () => {
      const find = async (key: string) =>
        (await get("/constants")).data.constants.find((c: { key: string }) => c.key === key)
      const made = await post("/constants", {
        key: "motto",
        label: "Motto",
        kind: "text",
        value: "Tea & more",
      })
      expect(made.status).toBe(200)
      expect(
        (await post("/constants", { key: "motto", label: "M", kind: "text", value: "" })).status
      ).toBe(422)
      const wrong = await post("/constants/accent_color", { value: "red" })
      expect([wrong.status, wrong.data.message]).toEqual([
        400,
        "value: must be a colour such as #1a2b3c",
      ])
      const { id } = await template(
        documentOf(text("a", "{{ constants.motto }}!")),
        "{{ constants.motto }}"
      )
      expect((await find("motto")).used_in).toEqual([{ id, name: "T" }])
      expect(await previewed(documentOf(text("a", "{{ constants.motto }}!")))).toEqual([
        "Tea & more!",
      ])
      expect((await remove("/constants/motto")).data.message).toBe(
        `"Motto" is used in the template "T": take it out first`
      )
      await remove(`/templates/${id}`)
      expect((await remove("/constants/motto")).status).toBe(200)
      expect(await find("motto")).toBeUndefined()
      expect((await remove("/constants/logo")).status).toBe(400)
      await post("/constants/accent_color", { value: "#ffdd00" })
      const { data } = await post("/templates/preview", {
        subject: "s",
        document: documentOf({
          ...base,
          id: "b",
          type: "button",
          label: "Go",
          href: "https://a.example",
          align: "left",
          wide: false,
        }),
      })
      expect(data.rendered.html).toMatch(/class="button"[^>]*background:#ffdd00;color:#18181b/)
    })

    it("changes a saved block everywhere it is, or only from now on", async () => {
      const { block } = (await post("/blocks", { name: "Hello", block: text("x", "Old") })).data
      const copy = (id: string): Block => ({ ...text(id, "Old"), saved_id: block.id })
      const deep: Block = {
        ...base,
        id: "k",
        type: "columns",
        ratio: [1, 1],
        columns: [[text("m", "Mine")], [copy("c2")]],
        stack: true,
      }
      const one = await template(documentOf(copy("c1"), deep))
      const other = await template(documentOf(text("o", "Other")))
      expect((await get("/blocks")).data.blocks[0]).toMatchObject({
        name: "Hello",
        used_in: [{ id: one.id, name: "T" }],
      })
      const later = await post(`/blocks/${block.id}`, { block: text("x", "New") })
      expect([later.data.updated, (await get(`/templates/${one.id}`)).data.template.html]).toEqual([
        0,
        one.html,
      ])
      const now = await post(`/blocks/${block.id}`, {
        block: text("x", "Newest"),
        everywhere: true,
      })
      expect(now.data.updated).toBe(1)
      const changed = (await get(`/templates/${one.id}`)).data.template
      expect(changed.html.match(/Newest|Old|Mine/g)).toEqual(["Newest", "Mine", "Newest"])
      expect(changed.document.blocks[0]).toEqual({ ...text("c1", "Newest"), saved_id: block.id })
      expect((await get(`/templates/${other.id}`)).data.template.html).toBe(other.html)
      expect((await remove(`/blocks/${block.id}`)).status).toBe(200)
      expect((await post(`/blocks/${block.id}`, { name: "x" })).status).toBe(404)
    })

    it("offers finished messages, each of which can be saved as it is", async () => {
      const { templates } = (await get("/templates/gallery")).data
      expect(templates).toHaveLength(15)
      for (const { name, subject, preheader, document, html } of templates) {
        const made = await post("/templates", { name, subject, preheader, document })
        expect([name, made.status, made.data.message]).toEqual([name, 200, undefined])
        expect(html).toContain("Test shop")
        expect(html).not.toMatch(/\{[{%]/)
      }
    })

    it("checks a message on real people before it is sent", async () => {
      await shop.customer("ann@shop.example", { first_name: "Ann" })
      await shop.customer("bob@shop.example")
      await shop.sync()
      const check = async (document: MessageDocument, subject = "News") =>
        (await post("/templates/preflight", { subject, preheader: "p", document })).data
      const footer: Block = {
        ...base,
        id: "f",
        type: "footer",
        text: "",
        align: "left",
        show_address: true,
        unsubscribe: "Off",
        preferences: "",
      }
      const fine = await check(
        documentOf(text("a", "Hello {{ profile.first_name | default: 'you' }}"), footer)
      )
      expect([fine.score, fine.checks.map((c: { level: string }) => c.level)]).toEqual([
        100,
        Array(10).fill("ok"),
      ])
      const { score, checks } = await check(
        documentOf(text("a", "Hello {{ profile.first_name }}"), {
          ...base,
          id: "b",
          type: "button",
          label: "Go",
          href: "nowhere",
          align: "left",
          wide: false,
        })
      )
      expect(checks.filter((c: { level: string }) => c.level !== "ok")).toEqual([
        {
          key: "unsubscribe",
          level: "warning",
          message: "There is no unsubscribe link: one is added below the message",
          details: [],
        },
        {
          key: "links",
          level: "blocker",
          message: "The link “Go” leads to “nowhere”, which is no web address",
          details: [],
        },
        {
          key: "values",
          level: "warning",
          message: "50 % have no first name, and there is no fallback",
          details: [],
        },
      ])
      expect(score).toBe(40)
      const mistaken = await check(documentOf(text("a", "{{ constants.nix }}{{ profile.nix }}")))
      expect(mistaken).toMatchObject({
        score: 60,
        checks: [{ key: "mistakes", details: ["There is no constant called “nix”"] }],
      })
    })
  },
})

/** Makes the tables of Medusa's translations, which shops without them have not. */
async function translationTables(db: Db): Promise<void> {
  const migration = new Migration20251208124155(null as never, null as never)
  await migration.up()
  for (const sql of migration.getQueries()) await db.raw(String(sql))
}
