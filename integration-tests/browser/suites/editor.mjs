import { accessible, becomes, placeOf, reads } from "../support/expect.mjs"

/** A message built from blocks: from the gallery, by drag and drop, by keyboard, to the check. */
export default async function editor({ page, step, shoot, admin, walk, rows }) {
  const main = page.getByRole("main")
  const dialog = page.getByRole("dialog")
  const canvas = dialog.getByRole("region", { name: "The message" })
  const block = (type) => canvas.locator(`[data-block="${type}"]`)
  const types = () =>
    canvas.locator("[data-block]").evaluateAll((all) => all.map((b) => b.dataset.block))
  const saved = () => dialog.getByText("Saved", { exact: true }).waitFor()
  const id = () => /templates\/(tmpl_[^/]+)/.exec(page.url())[1]
  const stored = async () => {
    const [row] = await rows("select document, html from engage_template where id = $1", [id()])
    return row
  }

  await step("shows finished messages with the shop's own products", async () => {
    await admin("/engage/templates/create")
    const card = main.getByRole("button", { name: "Best sellers", exact: true })
    await card.waitFor()
    const [best] = await rows(`
      select p.title from engage_purchase u
      join engage_purchase_line l on l.purchase_id = u.id
      join engage_product d on d.id = l.product_no
      join product p on p.id = d.product_id and p.status = 'published'
      where u.counted and u.placed_at > (select max(placed_at) from engage_purchase) - interval '90 days'
      group by p.id, p.title order by sum(l.quantity) desc limit 1`)
    const picture = main.frameLocator('iframe[title="Best sellers as it looks"]')
    await picture.getByText(best.title).first().waitFor()
    await shoot("20-gallery")
  })

  await step("is accessible: gallery", () => accessible(page))

  await step("opens the editor with the chosen message", async () => {
    await main.getByRole("button", { name: "Best sellers", exact: true }).click()
    await page.waitForURL(/\/templates\/tmpl_[^/]+\/edit$/)
    await block("products").waitFor()
    walk.blocks = id()
    await becomes(types, [
      "condition",
      "image",
      "heading",
      "heading",
      "text",
      "products",
      "divider",
      "social",
      "footer",
    ])
    await saved()
  })

  await step("writes text in place, with a variable", async () => {
    await block("text").click()
    await dialog.getByRole("textbox", { name: "Text" }).press("Control+End")
    await page.keyboard.type(" See you soon, ")
    await dialog.getByRole("button", { name: "Insert a variable" }).click()
    await page.getByRole("combobox", { name: "Find a variable" }).fill("city")
    await page.getByRole("option", { name: /^City/ }).click()
    await saved()
    await becomes(
      async () =>
        (await stored()).html.includes(`See you soon, {{ profile.city | default: "friend" }}`),
      true
    )
  })

  await step("adds a block by drag and drop", async () => {
    const tile = dialog.getByRole("button", { name: "Coupon" })
    const from = await placeOf(tile)
    const target = await placeOf(block("products"))
    await page.mouse.move(from.x + 20, from.y + 20)
    await page.mouse.down()
    await page.mouse.move(target.x + 100, target.y - 30, { steps: 8 })
    await page.mouse.move(target.x + 100, target.y, { steps: 4 })
    await page.mouse.up()
    await block("coupon").waitFor()
    await becomes(async () => (await types()).slice(4, 7), ["text", "coupon", "products"])
    await dialog.getByLabel("Code", { exact: true }).fill("TEA10")
    await saved()
    await shoot("21-editor")
  })

  await step("moves, copies and deletes by keyboard, and takes it back", async () => {
    await block("coupon").focus()
    await page.keyboard.press("Alt+ArrowUp")
    await becomes(async () => (await types()).slice(4, 7), ["coupon", "text", "products"])
    await page.keyboard.press("Control+d")
    await becomes(async () => (await types()).filter((type) => type === "coupon").length, 2)
    await block("coupon").first().focus()
    await page.keyboard.press("Delete")
    await becomes(async () => (await types()).filter((type) => type === "coupon").length, 1)
    await dialog.getByRole("button", { name: "Undo" }).click()
    await becomes(async () => (await types()).filter((type) => type === "coupon").length, 2)
    await dialog.getByRole("button", { name: "Redo" }).click()
    await becomes(async () => (await types()).filter((type) => type === "coupon").length, 1)
    await saved()
  })

  await step("is accessible: editor", () => accessible(page, '[role="dialog"]'))

  await step("previews as a customer and checks the message", async () => {
    await dialog.getByRole("tab", { name: "Preview" }).click()
    const frame = dialog.frameLocator("iframe")
    await frame.getByText("TEA10").waitFor()
    await dialog.getByRole("button", { name: "Next person" }).click()
    await frame.getByRole("heading", { name: "Our best sellers" }).waitFor()
    await dialog.getByRole("button", { name: "Dark mode" }).click()
    await shoot("22-editor-preview")
    await dialog.getByRole("tab", { name: "Check" }).click()
    await dialog.getByText(/of 100$/).waitFor()
    await shoot("23-editor-check")
  })

  await step("is accessible: check", () => accessible(page, '[role="dialog"]'))

  await step("closes to the template's page", async () => {
    await dialog.getByRole("button", { name: "Close", exact: true }).click()
    await page.waitForURL(/\/templates\/tmpl_[^/]+$/)
    await reads(main.getByRole("heading", { level: 1 }), "Best sellers")
    await shoot("24-template")
  })

  await step("keeps the shop's details for all messages", async () => {
    const address = `https://instagram.com/regency.${Date.now()}`
    await admin("/engage/templates/constants")
    await main.getByLabel("Instagram").fill(address)
    await main.getByRole("button", { name: "Save Instagram" }).click()
    await becomes(
      async () =>
        (await rows("select value from engage_constant where key = 'instagram'"))[0].value,
      address
    )
    await shoot("25-shop-details")
    await accessible(page)
  })
}
