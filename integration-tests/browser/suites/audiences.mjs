import assert from "node:assert/strict"
import { ruleBuilder } from "../support/builder.mjs"
import { accessible, becomes, number, reads } from "../support/expect.mjs"

/** Frozen lists of people, and the RFM page. */
export default async function audiences({ page, step, shoot, admin, rows }) {
  const builder = ruleBuilder(page)
  const { main, count } = builder
  const title = () => main.getByRole("heading", { level: 1 })
  const stat = (label) =>
    main
      .locator("div:has(> span.h2-core)")
      .filter({ hasText: new RegExp(`^${label}`) })
      .locator("> span.h2-core")
  const made = {}

  await step("freezes a segment as an audience, and sends to it", async () => {
    await admin("/engage/segments/create")
    await main.getByLabel("Name").fill("Big spenders of today")
    await builder.addAtLeast("orders", /^Orders/, "10")
    await main.getByText("Matching people, as of now.").waitFor()
    const people = await count.innerText()
    await builder.save()
    await main
      .getByText(/^Counted/)
      .first()
      .waitFor()
    await main.getByRole("button", { name: "More actions" }).click()
    await page.getByRole("menuitem", { name: "Freeze as audience" }).click()
    await page.waitForURL(/\/engage\/audiences\/[^/]+$/)
    made.audience = page.url().split("/").pop()
    await reads(title(), "Big spenders of today")
    await reads(stat("People"), people)
    await main.getByRole("button", { name: "Look" }).click()
    await main.getByText("0 people more").waitFor()
    await shoot("70-audience")
    await accessible(page)
    await main.getByRole("button", { name: "Edit", exact: true }).click()
    await page.getByRole("dialog").getByLabel("Folder").fill("Spenders")
    await accessible(page, "[role=dialog]")
    await page.getByRole("dialog").getByRole("button", { name: "Save" }).click()
    await page.getByText("Audience saved").waitFor()
    await main.getByRole("button", { name: "Send a broadcast" }).click()
    await page.waitForURL(/\/engage\/broadcasts\/[^/]+$/)
    await main.getByText(`A frozen list of ${people} people`).waitFor()
    await main.getByRole("button", { name: /^Add a segment or audience/ }).click()
    await page.getByRole("combobox", { name: "Leave out" }).fill("Big spenders")
    await becomes(
      () => page.getByRole("listbox").locator(".txt-compact-xsmall-plus, p").allInnerTexts(),
      ["Segments", "Audiences"]
    )
    await shoot("71-broadcast-audience")
    await page.keyboard.press("Escape")
    await accessible(page)
  })

  await step("makes an audience from a pasted list, and says which lines name nobody", async () => {
    const known = await rows(
      "select email from engage_profile where email is not null and removed_at is null order by id limit 3"
    )
    const emails = known.map(({ email }) => email)
    await admin("/engage/audiences")
    await main.getByText("Spenders / ").waitFor()
    await main.getByRole("combobox", { name: "Folder" }).click()
    await page.getByRole("option", { name: "Spenders" }).click()
    await page.waitForURL(/folder=Spenders/)
    await becomes(() => main.locator("tbody tr").count(), 1)
    await shoot("72-audiences")
    await accessible(page)
    await main.getByRole("button", { name: "Create audience" }).click()
    const dialog = page.getByRole("dialog")
    await dialog.getByLabel("Name").fill("From the fair")
    await dialog
      .getByRole("textbox", { name: "People, one a line" })
      .fill([emails[0], emails[1].toUpperCase(), "ghost@nowhere.example"].join("\n"))
    await dialog.getByRole("button", { name: "Check the list" }).click()
    await dialog.getByText("2 people found · 1 line names nobody").waitFor()
    await shoot("73-audience-list")
    await accessible(page, '[role="dialog"]')
    await dialog.getByRole("button", { name: "Save" }).click()
    await page.waitForURL(/\/engage\/audiences\/[^/]+$/)
    await reads(stat("People"), "2")
    await main.getByRole("textbox", { name: "People, one a line" }).fill(emails[2])
    await main.getByRole("button", { name: "Add", exact: true }).click()
    await reads(stat("People"), "3")
    await main.getByText("1 person added").first().waitFor()
    await shoot("74-audience-added")
    await main.getByRole("button", { name: "Undo" }).click()
    await reads(stat("People"), "2")
    await accessible(page)
  })

  await step("makes a segment of an RFM cell with exactly its people", async () => {
    await admin("/engage/rfm")
    await shoot("75-rfm")
    await accessible(page)
    const cell = main.getByRole("button", { name: /What to do with them$/ }).nth(4)
    const people = /: ([\d,]+) people/.exec(await cell.getAttribute("aria-label"))[1]
    assert.ok(people !== "0")
    await cell.click()
    await shoot("75-rfm-cell")
    await page.getByRole("menuitem", { name: "Make a segment" }).click()
    await page.waitForURL(/\/engage\/segments\/create/)
    await reads(count, people)
    await shoot("76-rfm-segment")
    await builder.save()
    await reads(stat("Profiles"), people)
    await main.getByRole("button", { name: "More actions" }).click()
    await page.getByRole("menuitem", { name: "Start a campaign for who enters" }).click()
    await page.waitForURL(/\/engage\/campaigns\/[^/]+$/)
    await main.getByText("They enter a segment").first().waitFor()
  })

  await step("writes to the people of an RFM cell in one go", async () => {
    await admin("/engage/rfm")
    const cell = main.getByRole("button", { name: /What to do with them$/ }).nth(4)
    const people = /: ([\d,]+) people/.exec(await cell.getAttribute("aria-label"))[1]
    await cell.click()
    await page.getByRole("menuitem", { name: `Write to these ${people} people` }).click()
    await page.waitForURL(/\/engage\/broadcasts\/[^/]+$/)
    await main.getByText(`A frozen list of ${people} people`).waitFor()
  })

  await step("tells who moved between RFM groups, as a picture and as a table", async () => {
    await admin("/engage/rfm")
    await main.getByRole("img", { name: /^Bands between the groups/ }).waitFor()
    await main.getByRole("button", { name: "As a table" }).click()
    const table = main.getByRole("table", { name: "Who moved where" })
    await table.waitFor()
    assert.ok((await table.getByRole("row").count()) > 2)
    await shoot("77-rfm-moves")
    await accessible(page)
  })

  await step("is readable in the dark", async () => {
    await page.evaluate(() => localStorage.setItem("medusa_admin_theme", "dark"))
    for (const [name, path] of [
      ["audiences", "/engage/audiences"],
      ["audience", `/engage/audiences/${made.audience}`],
      ["rfm", "/engage/rfm"],
    ]) {
      await admin(path)
      await page.locator("html.dark").waitFor()
      await shoot(`dark-${name}`)
      await accessible(page)
    }
    await page.evaluate(() => localStorage.setItem("medusa_admin_theme", "light"))
  })
}
