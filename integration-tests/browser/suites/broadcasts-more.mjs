import assert from "node:assert/strict"
import { accessible, becomes } from "../support/expect.mjs"

const pad = (number) => String(number).padStart(2, "0")

/** A test of two versions, scheduled for next week, on the calendar; and a rule about how often people are written to. */
export default async function broadcastsMore({ page, step, shoot, admin, rows }) {
  const main = page.getByRole("main")
  const day = new Date(Date.now() + 7 * 86_400_000)
  const date = `${day.getFullYear()}-${pad(day.getMonth() + 1)}-${pad(day.getDate())}`
  const pick = async (button, combobox, option) => {
    await main
      .getByRole("button", { name: new RegExp(`^${button}\\b`) })
      .first()
      .click()
    await page.getByRole("combobox", { name: combobox, exact: true }).fill(option)
    await page.getByRole("option").filter({ hasText: option }).first().click()
  }
  let id

  await step("limits how often people are written to", async () => {
    await admin("/engage/policy")
    await main.getByText("No rules yet").waitFor()
    await main.getByRole("button", { name: "Add rule" }).first().click()
    const drawer = page.getByRole("dialog")
    await drawer.getByLabel("Name").fill("Not too often")
    await drawer.getByLabel("Messages at most").fill("1")
    await drawer.getByLabel("In so many hours").fill("720")
    await shoot("70-policy-rule")
    await drawer.getByRole("button", { name: "Save" }).click()
    await main.getByText("Messages: at most 1 in 30 days. More are not sent.").waitFor()
    await shoot("71-policy")
  })

  await step("is accessible: contact policy", () => accessible(page))

  await step("plans a test of two versions for next week", async () => {
    await admin("/engage/broadcasts")
    await main.getByRole("button", { name: "Create broadcast" }).first().click()
    await page.waitForURL(/\/engage\/broadcasts\/[^/]+$/)
    id = page.url().split("/").pop()
    await main.locator("#broadcast-name").fill("Next week's test")
    await pick("Segment or audience", "Segment or audience", "E-mail subscribers")
    await pick("Template", "Template", "A gift for you")
    await main.getByRole("switch", { name: "A/B test" }).click()
    await main.getByLabel("Version B: Subject").fill("Something for you")
    await main.getByRole("radio", { name: /At a set time/ }).click()
    await main.locator("#plan-at").fill(`${date}T10:00`)
    await main.getByText("Saved", { exact: true }).waitFor()
    await main.getByText("Contact policy: Not too often").waitFor()
    await shoot("72-broadcast-plan")
  })

  await step("is accessible: plan of a broadcast", () => accessible(page))

  await step("waits for its time once it is scheduled", async () => {
    await main.getByRole("button", { name: "Schedule", exact: true }).click()
    await page.getByRole("alertdialog").getByRole("button", { name: "Schedule" }).click()
    await main.getByRole("button", { name: "Take schedule back" }).waitFor()
    const [row] = await rows(`select status from engage_broadcast where id = $1`, [id])
    assert.equal(row.status, "scheduled")
    await shoot("73-broadcast-scheduled")
  })

  await step("stands on the calendar and opens from there", async () => {
    await admin("/engage/calendar")
    await main.getByText("Times are in your zone").waitFor()
    await main.getByText("Week", { exact: true }).waitFor()
    // The list below names it too, as a link.
    const planned = main.getByRole("button", { name: "Next week's test" }).first()
    const onNextPage = () => main.getByRole("button", { name: /^next/i }).first().click()
    await planned.waitFor({ timeout: 15_000 }).catch(onNextPage)
    await planned.waitFor()
    await shoot("74-calendar")
    await planned.click()
    await page.waitForURL(new RegExp(`/engage/broadcasts/${id}$`))
  })

  await step("becomes a draft again, and the rule is taken away", async () => {
    await main.getByRole("button", { name: "Take schedule back" }).click()
    await main.getByRole("button", { name: "Schedule", exact: true }).waitFor()
    await admin("/engage/policy")
    await main.getByRole("switch", { name: "Not too often: in force" }).click()
    await becomes(
      async () => (await rows(`select enabled from engage_contact_rule`)).map((row) => row.enabled),
      [false]
    )
  })

  await step("plans everybody's best hour, and shows how many get it when", async () => {
    await admin("/engage/broadcasts")
    await main.getByRole("button", { name: "Create broadcast" }).first().click()
    await page.waitForURL(/\/engage\/broadcasts\/[^/]+$/)
    await pick("Segment or audience", "Segment or audience", "E-mail subscribers")
    await pick("Template", "Template", "A gift for you")
    await main.getByRole("radio", { name: /At each person's best hour/ }).click()
    await main.getByLabel("From, in each person's own time").fill(`${date}T06:00`)
    const bars = main.getByTestId("best-hours").getByRole("listitem")
    await becomes(() => bars.count(), 24, { what: "hours of the day" })
    const people = (await bars.allInnerTexts()).map((text) =>
      Number(/: ([\d,]+) people/.exec(text)[1].replace(",", ""))
    )
    // Nothing is planned outside the hours in which messages may arrive.
    assert.deepEqual([...people.slice(0, 9), ...people.slice(21)], Array(12).fill(0))
    const [{ reachable }] = await rows(
      `select count(*)::int as reachable from engage_profile where subscribed & 1 <> 0 and removed_at is null and email is not null`
    )
    const planned = people.reduce((sum, count) => sum + count, 0)
    assert.ok(planned > 0 && planned <= reachable, `${planned} of ${reachable}`)
    await shoot("75-best-hours")
  })
}
