import assert from "node:assert/strict"
import { accessible, becomes, reads } from "../support/expect.mjs"

/** The product that the message recommends: the one most orders have. */
const PRODUCT = `
  select p.id, p.title, p.handle, round(pr.amount * 100)::int as price
  from product p
  join product_variant v on v.product_id = p.id and v.deleted_at is null
  join product_variant_price_set s on s.variant_id = v.id
  join price pr on pr.price_set_id = s.price_set_id and pr.currency_code = 'gbp' and pr.deleted_at is null
  where v.sku = '85123A'`

/** The subject as Liquid, and as the list of templates tells it. */
const SUBJECT = '{{ profile.first_name | default: "Hello" }}, this one is for you'
const IN_WORDS = "Hello, this one is for you"

/** A template from the starter layout, with a personal subject and a link to a product. */
export default async function templates({ page, step, shoot, admin, rows, walk, complaints }) {
  const main = page.getByRole("main")
  const dialog = page.getByRole("dialog")
  const frame = dialog.frameLocator("iframe")
  const tab = (name) => dialog.getByRole("tab", { name }).click()

  await step("starts a template with a finished layout", async () => {
    ;[walk.product] = await rows(PRODUCT)
    await admin("/engage/templates/create")
    await main.getByRole("button", { name: "HTML", exact: true }).click()
    await dialog.getByLabel("Name").fill("A gift for you")
    await tab("Preview")
    await frame.getByText("See what is new").waitFor()
  })

  await step("shows where a mistake is, by line and column", async () => {
    await tab("Subject and text")
    await dialog.getByLabel("Subject", { exact: true }).fill("{{ profile.first_name ")
    await dialog.getByText(/not closed/).waitFor()
    await tab("Design")
    await becomes(async () => /line 1, column \d+/.test(await dialog.innerText()), true)
    await shoot("10-template-mistake")
    await tab("Subject and text")
    await dialog.getByLabel("Subject", { exact: true }).fill(SUBJECT)
    await dialog.getByText("Saved", { exact: true }).waitFor()
    // What has a mistake is not kept, and the browser notes the refusal.
    const refused = /status of 400 .*\/admin\/engage\/templates\//
    complaints.splice(0, Infinity, ...complaints.filter((text) => !refused.test(text)))
  })

  await step("links to a product of the storefront", async () => {
    await tab("Design")
    const code = dialog.getByRole("textbox", { name: "HTML" })
    const html = await code.inputValue()
    const changed = html
      .replace('href="{{ shop.url }}"\n                  class="button"', (button) =>
        button.replace("{{ shop.url }}", `{{ shop.url }}/products/${walk.product.handle}`)
      )
      .replace("See what is new", `See the ${walk.product.title}`)
    assert.notEqual(changed, html)
    await code.fill(changed)
    await tab("Preview")
    await frame.getByRole("link", { name: `See the ${walk.product.title}` }).waitFor()
  })

  await step("previews the message as a chosen customer", async () => {
    await dialog.getByRole("button", { name: /^Show as this person/ }).click()
    await page.getByRole("combobox", { name: "Show as this person" }).fill(walk.busiest.email)
    await page.getByRole("option").filter({ hasText: walk.busiest.email }).click()
    const first = walk.busiest.name.split(" ")[0]
    await dialog.getByText(`${first}, this one is for you`).waitFor()
    await frame.getByText(`Hello ${first},`).waitFor()
    await shoot("11-template-preview")
    await dialog.getByRole("button", { name: "Phone, 375 wide" }).click()
    await becomes(() => dialog.locator("iframe").evaluate((box) => box.style.width), "375px")
    await shoot("12-template-phone")
  })

  await step("is accessible: template editor", () => accessible(page, '[role="dialog"]'))

  await step("saves the template", async () => {
    await dialog.getByText("Saved", { exact: true }).waitFor()
    walk.template = /templates\/([^/]+)\/edit$/.exec(page.url())[1]
    await admin("/engage/templates")
    const row = main.getByRole("row").filter({ hasText: "A gift for you" }).first()
    await reads(row.locator("td").nth(3), IN_WORDS)
    await shoot("13-templates")
  })

  await step("is accessible: templates", () => accessible(page))
}
