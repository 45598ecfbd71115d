import assert from "node:assert/strict"
import { accessible, becomes, number, reads } from "../support/expect.mjs"

/** A broadcast to everybody who subscribed, without the people of the other segment: reviewed, started, sent. */
export default async function broadcasts({ page, step, shoot, admin, rows, walk }) {
  const main = page.getByRole("main")
  const review = (label) =>
    main
      .locator("dl > div")
      .filter({ has: page.getByText(label, { exact: true }) })
      .locator("dd")
  const pick = async (button, combobox, option) => {
    await main.getByRole("button", { name: new RegExp(`^${button}\\b`) }).click()
    await page.getByRole("combobox", { name: combobox, exact: true }).fill(option)
    await page.getByRole("option").filter({ hasText: option }).first().click()
  }

  await step("asks for a segment and a template before anything can be sent", async () => {
    await admin("/engage/broadcasts")
    await main.getByRole("button", { name: "Create broadcast" }).first().click()
    await page.waitForURL(/\/engage\/broadcasts\/[^/]+$/)
    walk.broadcast = page.url().split("/").pop()
    await main.getByText("Choose whom it goes to and a template first.").waitFor()
    await main.locator("button:disabled", { hasText: "Start sending" }).waitFor()
  })

  await step("reviews who gets it, exactly as SQL counts", async () => {
    await main.locator("#broadcast-name").fill("Our favourite, for subscribers")
    await pick("Segment or audience", "Segment or audience", "E-mail subscribers")
    await pick("Add a segment or audience", "Leave out", "Grown-ups by SMS")
    await page.keyboard.press("Escape")
    await pick("Template", "Template", "A gift for you")
    await main.getByRole("checkbox", { name: "Deliver immediately" }).click()
    walk.willSend = walk.people.news - walk.people.both
    await reads(main.getByTestId("will-send"), number(walk.willSend))
    await reads(review("Chosen"), number(walk.people.news))
    await reads(review("Among the people left out"), `−${number(walk.people.both)}`)
    await reads(review("From"), "Regency Gifts <hello@regency-gifts.example>")
    await shoot("14-broadcast-review")
  })

  await step("is accessible: broadcast draft", () => accessible(page))

  await step("starts after a confirmation that names the number of people", async () => {
    await main.getByRole("button", { name: "Start sending" }).click()
    const dialog = page.getByRole("alertdialog")
    await dialog.getByText(`Send to ${number(walk.willSend)} people?`).waitFor()
    await shoot("15-broadcast-confirm")
    await dialog.getByRole("button", { name: "Start sending" }).click()
    await main.getByRole("progressbar", { name: "Progress" }).waitFor()
    await shoot("16-broadcast-sending")
  })

  await step("shows the sending live until everybody is dealt with", async () => {
    await main
      .getByText(`All ${number(walk.people.news)} people dealt with`)
      .waitFor({ timeout: 120_000 })
    await main.getByText("Completed", { exact: true }).waitFor()
    const part = (name) =>
      main.getByRole("listitem").getByRole("link", { name: new RegExp(`^${name}`) })
    await reads(part("Sent").locator("span.tabular-nums"), number(walk.willSend))
    await reads(part("Left out").locator("span.tabular-nums"), number(walk.people.both))
    for (const name of ["Failed", "Uncertain", "Waiting"]) {
      await reads(part(name).locator("span.tabular-nums"), "0")
    }
    await shoot("17-broadcast-sent")
  })

  await step("keeps one message a person, and nothing more", async () => {
    const [kept] = await rows(
      `select count(*)::int as mails, count(distinct profile_id)::int as people
       from engage_sandbox_mail where run_id = (select run_id from engage_broadcast where id = $1)`,
      [walk.broadcast]
    )
    assert.deepEqual(kept, { mails: walk.willSend, people: walk.willSend })
  })

  await step("opens the people behind a number", async () => {
    await main
      .getByRole("link", { name: /^Left out/ })
      .first()
      .click()
    await page.waitForURL(/people\?kind=skipped/)
    const people = main.getByRole("table")
    await becomes(async () => people.locator("tbody tr").count(), 25)
    await becomes(
      async () =>
        [...new Set(await people.locator("tbody td:nth-child(3)").allInnerTexts())].length,
      1
    )
    await shoot("18-broadcast-people")
  })

  await step("is accessible: people of a broadcast", () => accessible(page))

  await step("stands in the list with its numbers", async () => {
    await admin("/engage/broadcasts")
    const row = main.getByRole("row").filter({ hasText: "Our favourite, for subscribers" }).first()
    await becomes(async () => {
      const cells = await row.locator("td").allInnerTexts()
      return cells.slice(2, 6).map((cell) => cell.trim())
    }, ["Completed", "E-mail subscribers", number(walk.people.news), number(walk.willSend)])
    await shoot("19-broadcasts")
  })

  await step("is accessible: broadcasts", () => accessible(page))
}
