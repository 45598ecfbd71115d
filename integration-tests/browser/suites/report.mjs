import assert from "node:assert/strict"
import { accessible, becomes, pounds, reads } from "../support/expect.mjs"

const BROADCAST = "Our favourite, for subscribers"

/** What the purchase has become: on the report, on the buyer's profile, on Medusa's order page, on the overview. */
export default async function report({ page, step, shoot, admin, rows, walk, url }) {
  const main = page.getByRole("main")
  const counter = (label) => main.getByRole("link", { name: new RegExp(`^${label}: `) })

  await step("credits the order to the broadcast, with the exact revenue", async () => {
    await becomes(
      async () => {
        await admin(`/engage/broadcasts/${walk.broadcast}`)
        await counter("Ordered").waitFor()
        return counter("Ordered").innerText()
      },
      "1",
      { timeout: 150_000, what: "orders of the broadcast" }
    )
    await reads(counter("Opened"), "1")
    await reads(counter("Clicked"), "1")
    await reads(counter("Revenue"), pounds(walk.order.net))
    const order = main.getByRole("table", { name: "Orders" }).locator("tbody tr")
    await becomes(() => order.count(), 1, { what: "rows of orders" })
    const cells = await order.locator("td").allInnerTexts()
    assert.equal(cells[0].split("\n")[0], walk.order.number)
    assert.ok(cells[1].includes(walk.recipient.email), cells[1])
    assert.deepEqual([cells[2].trim(), cells[4].trim()], ["Clicked", pounds(walk.order.net)])
    await shoot("27-report")
  })

  await step("is accessible: report", () => accessible(page))

  await step("tells on the buyer's timeline what led to the order", async () => {
    await main
      .getByRole("table", { name: "Orders" })
      .getByRole("link")
      .filter({ hasText: walk.recipient.email })
      .click()
    await page.waitForURL(/\/engage\/profiles\//)
    const card = main.getByRole("listitem").filter({ hasText: `Order ${walk.order.number}` })
    await card.getByText("Assisted by").waitFor()
    await card.getByRole("link", { name: BROADCAST }).waitFor()
    const message = main.getByRole("listitem").filter({ hasText: "this one is for you" }).first()
    await message
      .getByText(/Clicked/)
      .first()
      .waitFor()
    await shoot("28-profile-assisted")
    await main.getByRole("tab", { name: "Orders" }).click()
    const row = main.getByRole("row").filter({ hasText: walk.order.number })
    await row.getByRole("link", { name: BROADCAST }).waitFor()
  })

  await step("tells it on Medusa's own order page", async () => {
    await page.goto(`${url}/app/orders/${walk.order.id}`)
    const widget = page
      .getByRole("main")
      .locator("div:has(> div > div > h2)")
      .filter({ has: page.getByRole("heading", { name: "Engage", exact: true }) })
      .last()
    await widget.getByText("Assisted by").waitFor()
    await widget.getByRole("link", { name: BROADCAST }).waitFor()
    await widget.evaluate((box) => box.setAttribute("data-engage-widget", ""))
    await accessible(page, "[data-engage-widget]")
    await shoot("29-order-widget")
    await widget.getByRole("link", { name: "Open profile" }).click()
    await page.waitForURL(/\/engage\/profiles\//)
  })

  await step("has a card on Medusa's own customer page", async () => {
    await main
      .getByRole("link", { name: /^Customer/ })
      .first()
      .click()
    await page.waitForURL(/\/customers\//)
    const widget = page
      .getByRole("main")
      .locator("div:has(> div > div > h2)")
      .filter({ has: page.getByRole("heading", { name: "Engage", exact: true }) })
      .last()
    await widget.getByText("Lifetime value").waitFor()
    await widget.evaluate((box) => box.setAttribute("data-engage-widget", ""))
    await accessible(page, "[data-engage-widget]")
    await shoot("30-customer-widget")
  })

  await step("counts as assisted revenue on the overview", async () => {
    await admin("/engage")
    const [{ revenue }] = await rows(
      `select sum(p.net)::int as revenue from engage_purchase p where p.id in (select purchase_id from engage_touch)`
    )
    assert.ok(revenue >= walk.order.net)
    const assisted = main
      .locator("div:has(> span.h2-core)")
      .filter({ hasText: /^Assisted/ })
      .locator("> span.h2-core")
    await reads(assisted, pounds(revenue))
    await shoot("31-overview-after")
  })

  await step("says in the settings that everything is in order", async () => {
    await admin("/settings/engage")
    await main.getByText("All broadcasts add up.").waitFor()
    const sources = main.getByRole("table", { name: "Your shop's data" })
    await becomes(() => sources.getByText("Up to date", { exact: true }).count(), 5)
    await becomes(() => main.getByText("Equal", { exact: true }).count(), 2)
    await shoot("32-settings")
  })

  await step("is accessible: settings", () => accessible(page))
}
