import assert from "node:assert/strict"
import { shoot as shootPage } from "../support/browser.mjs"
import { pounds, reads } from "../support/expect.mjs"

const QUANTITY = 3

/** The storefront: three of the product, bought by the person who got the message. */
export default async function purchase({ step, rows, walk }) {
  const shop = walk.shop?.page

  await step("shows the product in the storefront", async () => {
    await reads(shop.getByRole("heading", { level: 1 }), walk.product.title)
    await reads(shop.locator(".price.large"), pounds(walk.product.price))
    await shootPage(shop, "23-storefront-product")
  })

  await step("puts it into the basket", async () => {
    await shop.getByLabel("Quantity").fill(String(QUANTITY))
    await shop.getByRole("button", { name: "Add to basket" }).click()
    await shop.getByRole("link", { name: "See your basket" }).click()
    await reads(shop.locator(".sum strong"), pounds(walk.product.price * QUANTITY))
    await shootPage(shop, "24-storefront-basket")
  })

  await step("orders as the person who got the message", async () => {
    await shop.getByRole("link", { name: "Go to checkout" }).click()
    const address = {
      email: walk.recipient.email,
      first_name: "Ada",
      last_name: "Byron",
      address_1: "12 St James's Square",
      city: "London",
      postal_code: "SW1Y 4LE",
    }
    for (const [name, value] of Object.entries(address)) {
      await shop.locator(`input[name=${name}]`).fill(value)
    }
    await shootPage(shop, "25-storefront-checkout")
    await shop.getByRole("button", { name: "Place order" }).click()
    await reads(shop.getByRole("heading", { level: 1 }), "Thank you for your order")
    await shootPage(shop, "26-storefront-thanks")
    walk.order = { id: shop.url().split("/").pop(), net: walk.product.price * QUANTITY }
    const [order] = await rows(
      `select display_id, lower(email) as email from "order" where id = $1`,
      [walk.order.id]
    )
    assert.equal(order.email, walk.recipient.email)
    walk.order.number = `#${order.display_id}`
    await reads(shop.locator("#order-number"), walk.order.number)
    await shop.close()
  })
}
