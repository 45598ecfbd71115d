import assert from "node:assert/strict"
import { accessible, becomes } from "../support/expect.mjs"

const NAME = "Welcome series"

/** A campaign from a recipe: chosen by whom it would have reached, made a draft of, published as it is. */
export default async function recipes({ page, step, shoot, admin, rows }) {
  const main = page.getByRole("main")
  const cards = main.getByRole("article")
  const counted = cards.filter({ hasText: /in the last 30 days|Not known before it is live/ })

  await step("shows every recipe at once, and whom each would have reached", async () => {
    await admin("/engage/campaigns")
    await main.getByText("Start from a recipe").click()
    await cards.first().waitFor()
    const shown = await cards.count()
    assert.ok(shown >= 22, `${shown} recipes`)
    await becomes(() => counted.count(), shown, { timeout: 60_000 })
    const { people } = await page.evaluate(() =>
      fetch("/admin/engage/campaigns/recipes/second-order/reach").then((answer) => answer.json())
    )
    assert.ok(people > 1, `${people} people`)
    await cards
      .filter({ hasText: "Second order" })
      .getByText(`${people.toLocaleString("en-US")} people in the last 30 days`)
      .waitFor()
    await shoot("76-recipes")
    await accessible(page)
  })

  await step("makes a draft of one with its messages, which can go live as it is", async () => {
    await main.getByRole("button", { name: `Use the recipe “${NAME}”` }).click()
    // As a list, all steps stand on the page at once.
    await main.getByRole("button", { name: "List", exact: true }).click()
    for (const mail of ["Welcome", "Picked for you", "Best sellers"])
      await main.getByText(`${NAME}: ${mail}`).first().waitFor()
    // The choice is kept for every campaign: the suites after this one work on the drawing.
    await main.getByRole("button", { name: "Drawing", exact: true }).click()
    const templates = await rows(
      `select name from engage_template where name like $1 order by name`,
      [`${NAME}: %`]
    )
    assert.equal(templates.length, 3)
    await main.getByRole("button", { name: "Publish" }).click()
    await page.getByRole("dialog").getByRole("button", { name: "Publish" }).click()
    await main.getByText("Live", { exact: true }).first().waitFor()
    await accessible(page)
    // Nobody else's steps are to be met by its messages.
    await main.getByRole("button", { name: "Pause" }).click()
    await main.getByText("Paused", { exact: true }).first().waitFor()
  })
}
