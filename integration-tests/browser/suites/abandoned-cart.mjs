import assert from "node:assert/strict"
import { shoot as shootPage } from "../support/browser.mjs"
import { accessible, becomes, pounds, reads } from "../support/expect.mjs"

const HTML = `<p>Hello {{ profile.first_name | default: "you" }}, your basket is waiting.</p>
<p><a href="{{ trigger.cart_link }}">Back to your basket</a></p>`

/** A reminder of a full basket, from an empty campaign to the order it brings. */
export default async function abandonedCart({ page, context, step, shoot, admin, rows, url }) {
  const main = page.getByRole("main")
  const panel = main.getByRole("region", { name: "Set up" })
  const canvas = main.getByRole("group", { name: "Steps of the campaign, drawn" })
  const palette = main.getByRole("navigation", { name: "Steps to put in" })
  const drawer = page.getByRole("dialog")
  const nodes = (name) => canvas.locator(`button[data-node][aria-label^="${name}"]`)
  const name = `Basket ${Date.now()}`
  const [person] = await rows(
    `select id, email from engage_profile
     where removed_at is null and email_status = 'valid' and subscribed & 1 = 1
       and (last_order_at is null or last_order_at < now() - interval '1 day')
     order by id desc offset 5 limit 1`
  )
  let shop
  let basket

  const enrollment = async () =>
    (
      await rows(
        `select e.step, e.reason, e.context ->> 'product_name' as product
         from engage_enrollment e join engage_campaign c on c.id = e.campaign_id where c.name = $1`,
        [name]
      )
    )[0]

  await step("is built from nothing: who comes in, and until when", async () => {
    await admin("/engage/campaigns")
    const made = await page.evaluate(
      async (body) => {
        const response = await fetch("/admin/engage/templates", {
          method: "POST",
          credentials: "include",
          headers: { "content-type": "application/json" },
          body: JSON.stringify(body),
        })
        return response.status
      },
      { name, subject: `${name}: `, html: HTML }
    )
    assert.equal(made, 200)
    await main.getByRole("button", { name: "Create campaign" }).first().click()
    await main.getByText("Add the first step").first().waitFor()
    await main.getByRole("textbox", { name: "Name" }).fill(name)
    await panel.getByRole("button", { name: "People come in when" }).click()
    await page.getByRole("option", { name: "They leave a full cart" }).click()
    await panel.getByLabel("Nothing happens for").fill("1")
    await panel.getByRole("combobox", { name: "Unit" }).click()
    await page.getByRole("option", { name: "minutes" }).click()
    await panel.getByLabel("It ends when they reach a goal").click()
    await palette.getByRole("button", { name: "Send an e-mail" }).click()
    await panel.getByRole("button", { name: "Template" }).click()
    await page.getByRole("option", { name }).click()
    await nodes("Send an e-mail").getByText(name).waitFor()
    await palette.getByRole("button", { name: /^Wait(?! until| for)/ }).click()
    await panel.getByLabel("How long").fill("3")
    await page.keyboard.press("Control+s")
    await main.locator("button:disabled", { hasText: "Save" }).waitFor()
  })

  await step("offers what let people in to who writes the message", async () => {
    await nodes("Send an e-mail").click()
    await panel.getByText("What the message can say").waitFor()
    await panel.getByText("Link back to the cart").waitFor()
    await shoot("76-campaign-message")
    await accessible(page)
    await panel.getByRole("link", { name: "Open the template" }).click()
    await drawer.getByRole("tab", { name: "Subject and text" }).click()
    const subject = drawer.getByLabel("Subject", { exact: true })
    await subject.focus()
    await page.keyboard.press("End")
    await drawer.getByRole("button", { name: "Insert a variable" }).first().click()
    await page.getByRole("option", { name: /Name of the product/ }).click()
    await becomes(() => subject.inputValue(), `${name}: {{ trigger.product_name }}`, {
      what: "the subject",
    })
    await drawer.getByText("Saved", { exact: true }).waitFor()
    await drawer.getByRole("tab", { name: "Preview" }).click()
    await drawer.getByText(`For “${name}”`).waitFor()
    await shoot("77-campaign-message-preview")
    await accessible(page, '[role="dialog"]')
    await drawer.getByRole("button", { name: "Close" }).click()
    await main.getByRole("button", { name: "Publish" }).click()
    await drawer.getByRole("button", { name: "Publish" }).click()
    await main.getByText("Live", { exact: true }).first().waitFor()
  })

  await step("fills a basket in the shop, and leaves at the checkout", async () => {
    shop = await context.newPage()
    await shop.goto(`${url}/storefront`)
    await shop.locator("a.card").first().click()
    await shop.waitForURL(/\/storefront\/products\//)
    basket = await shop.locator("main h1").innerText()
    await shop.getByRole("button", { name: "Add to basket" }).click()
    await shop.getByRole("link", { name: "See your basket" }).click()
    await shop.locator(".sum strong").waitFor()
    await shop.getByRole("link", { name: "Go to checkout" }).click()
    await shop.getByRole("heading", { name: "Checkout" }).waitFor()
    const known = shop.waitForResponse(
      (response) =>
        /\/store\/carts\/cart_\w+$/.test(response.url()) && response.request().method() === "POST"
    )
    await shop.locator("input[name=email]").fill(person.email)
    await shop.locator("input[name=first_name]").focus()
    await known
    await shop.evaluate(() => localStorage.removeItem("regency-cart"))
  })

  await step("writes to them once the basket has stood still", async () => {
    // As if two minutes had gone by since the basket was left, and five since the campaign went live.
    for (const table of ["cart", "cart_line_item"])
      await rows(
        `update ${table} set updated_at = now() - interval '2 minutes'
         where ${table === "cart" ? "id" : "cart_id"} in (select id from cart where lower(email) = $1 and completed_at is null)`,
        [person.email]
      )
    await rows(
      `update engage_campaign set live_since = now() - interval '5 minutes', scanned_at = now() - interval '5 minutes'
       where name = $1`,
      [name]
    )
    await becomes(async () => (await enrollment())?.product, basket, {
      what: "who came in",
      timeout: 60_000,
    })
    const subject = `${name}: ${basket}`
    await becomes(
      async () => {
        await admin("/engage/messages")
        return main.getByRole("button", { name: subject }).count()
      },
      1,
      { what: "the message in the outbox", timeout: 60_000 }
    )
    await main.getByRole("button", { name: subject }).click()
    await drawer.getByText(`To ${person.email}`).waitFor()
  })

  await step("leads back to the very basket, which is then ordered", async () => {
    const mail = page.frameLocator('[role="dialog"] iframe')
    const link = mail.getByRole("link", { name: "Back to your basket" })
    await link.waitFor()
    await shoot("78-campaign-outbox")
    const opened = context.waitForEvent("page")
    await link.click()
    const back = await opened
    await shop.close()
    await back.getByRole("link", { name: basket }).waitFor()
    await shootPage(back, "79-basket-restored")
    await back.getByRole("link", { name: "Go to checkout" }).click()
    const address = {
      email: person.email,
      first_name: "Ada",
      last_name: "Byron",
      address_1: "12 St James's Square",
      city: "London",
      postal_code: "SW1Y 4LE",
    }
    for (const [field, value] of Object.entries(address))
      await back.locator(`input[name=${field}]`).fill(value)
    await back.getByRole("button", { name: "Place order" }).click()
    await reads(back.getByRole("heading", { level: 1 }), "Thank you for your order")
    await back.close()
  })

  await step("ends with the goal, and the steps show what came of it", async () => {
    await becomes(async () => (await enrollment()).reason, "goal", { timeout: 60_000 })
    const [{ net }] = await rows(
      `select u.net::float8 as net from engage_purchase u where u.profile_id = $1 order by u.id desc limit 1`,
      [person.id]
    )
    const [{ id }] = await rows(`select id from engage_campaign where name = $1`, [name])
    await becomes(
      async () => {
        await admin(`/engage/campaigns/${id}`)
        await nodes("Send an e-mail").getByText("orders").waitFor()
        const text = await nodes("Send an e-mail").innerText()
        return ["sent", "opened", "clicked", "orders"].map((label) =>
          Number(new RegExp(`(\\d+)\\s+${label}`).exec(text)?.[1])
        )
      },
      [1, 1, 1, 1],
      { timeout: 150_000, what: "sent, opened, clicked, orders" }
    )
    await main.getByText(pounds(net), { exact: true }).first().waitFor()
    await main.getByText("Goal reached").first().waitFor()
    await shoot("80-campaign-goal")
    await accessible(page)
    await main.getByRole("button", { name: "Pause" }).click()
    await main.getByText("Paused", { exact: true }).first().waitFor()
  })
}
