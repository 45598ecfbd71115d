import assert from "node:assert/strict"
import { accessible } from "../support/expect.mjs"

/** A message as it arrived, and the way from it to the shop. */
export default async function outbox({ context, page, step, shoot, admin, rows, walk, url }) {
  const main = page.getByRole("main")
  const drawer = page.getByRole("dialog")

  await step("lists what was sent", async () => {
    await admin("/engage/messages")
    const first = main.getByRole("table", { name: "Outbox" }).locator("tbody tr").first()
    await first.locator("td").nth(3).waitFor()
    const [subject, , to, broadcast] = await first.locator("td").allInnerTexts()
    assert.match(subject, /, this one is for you$/)
    assert.equal(broadcast.trim(), "Our favourite, for subscribers")
    ;[walk.recipient] = await rows(
      `select email, coalesce(nullif(first_name, ''), 'Hello') as called from engage_profile where email = $1`,
      [to.trim().toLowerCase()]
    )
    assert.equal(subject.trim(), `${walk.recipient.called}, this one is for you`)
    await shoot("20-outbox")
  })

  await step("is accessible: outbox", () => accessible(page))

  await step("opens a message as it would have arrived", async () => {
    await main
      .getByRole("button", { name: /this one is for you/ })
      .first()
      .click()
    await drawer.getByText(`To ${walk.recipient.email}`).waitFor()
    walk.mail = page.frameLocator('[role="dialog"] iframe')
    await walk.mail.getByRole("link", { name: `See the ${walk.product.title}` }).waitFor()
    await shoot("21-message")
  })

  await step("is accessible: message", () => accessible(page, '[role="dialog"]'))

  await step("carries plain text and one-click unsubscription", async () => {
    await drawer.getByRole("tab", { name: "Plain text" }).click()
    await drawer.getByText(`See the ${walk.product.title}`).waitFor()
    await drawer.getByRole("tab", { name: "Headers" }).click()
    const headers = drawer.locator("pre").filter({ hasText: /^List-Unsubscribe-Post: /m })
    const text = await headers.innerText()
    assert.match(text, /^List-Unsubscribe: .*<http:\/\/localhost:\d+\/engage\/u\/[^>]+>/m)
    assert.match(text, /^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/m)
    await shoot("22-message-headers")
    await drawer.getByRole("tab", { name: "Message" }).click()
  })

  await step("leads through a counted link to the product in the shop", async () => {
    const link = walk.mail.getByRole("link", { name: `See the ${walk.product.title}` })
    const href = await link.getAttribute("href")
    assert.match(href, new RegExp(`^${url}/engage/c/`))
    const hop = context.waitForEvent("response", (response) => response.url() === href)
    const opened = context.waitForEvent("page")
    await link.click()
    walk.shop = { ...walk.shop, page: await opened }
    assert.equal((await hop).status(), 302)
    await walk.shop.page.waitForURL(
      (to) => to.pathname === `/storefront/products/${walk.product.handle}`
    )
  })
}
