import assert from "node:assert/strict"
import { accessible, becomes, number, reads } from "../support/expect.mjs"

/** People by address with what their customer rows say, straight from Medusa's tables. */
const PEOPLE = `
  with people as (
    select lower(email) as email,
      bool_or(coalesce((metadata->>'sms_opt_in')::boolean, false)) as sms,
      bool_or(coalesce((metadata->>'email_opt_in')::boolean, false)) as news,
      max((metadata->>'birthday')::date) as birthday
    from customer where deleted_at is null group by 1
  ), buyers as (
    select distinct lower(email) as email from "order" where status <> 'canceled' and deleted_at is null
  ), grown as (
    select email, news from people join buyers using (email)
    where sms and birthday <= (now() at time zone 'Europe/London')::date - interval '30 years'
  )
  select (select count(*)::int from grown) as grown,
    (select count(*)::int from people where news) as news,
    (select count(*)::int from grown where news) as both`

/** The visual builder, with its count against SQL. */
export default async function segments({ page, step, shoot, admin, rows, walk }) {
  const main = page.getByRole("main")
  const count = page.getByTestId("preview-count")
  const save = main.getByRole("button", { name: "Save" })
  const add = async (search, label) => {
    await main.getByRole("button", { name: "Add condition" }).click()
    await page.getByRole("combobox", { name: "What the condition is about" }).fill(search)
    await page.getByRole("option", { name: label }).first().click()
  }
  const atLeast = async (value) => {
    await main.getByRole("combobox", { name: "How to compare" }).last().click()
    await page.getByRole("option", { name: "is at least" }).click()
    await main.getByRole("textbox", { name: "Value" }).last().fill(value)
  }

  await step("does not save what is empty or incomplete", async () => {
    ;[walk.people] = await rows(PEOPLE)
    await admin("/engage/segments/create")
    await main.getByText("Add a condition to see whom it finds.").waitFor()
    await main.getByLabel("Name").fill("Grown-ups by SMS")
    assert.equal(await save.isDisabled(), true)
    await add("age", /^Age/)
    await main.getByText("Complete the marked conditions to count again.").waitFor()
    await becomes(() => main.getByRole("alert").count(), 1)
    assert.equal(await save.isDisabled(), true)
    await shoot("06-segment-incomplete")
  })

  await step("counts live while the rule is built, exactly as SQL does", async () => {
    await atLeast("30")
    await main.getByText("Matching people, as of now.").waitFor()
    await add("sms subscription", /^SMS subscription/)
    await add("orders", /^Orders/)
    await atLeast("1")
    await reads(count, number(walk.people.grown))
    await becomes(() => main.getByRole("alert").count(), 0)
    await becomes(
      () => main.getByRole("combobox", { name: "How to compare" }).allInnerTexts(),
      ["is at least", "is true", "is at least"]
    )
    await shoot("07-segment-builder")
  })

  await step("is accessible: segment builder", () => accessible(page))

  await step("saves, and the segment's page has the same number", async () => {
    await save.click()
    await page.waitForURL(/\/engage\/segments\/(?!create)[^/]+$/)
    walk.grown = page.url().split("/").pop()
    await reads(main.getByRole("heading", { level: 1 }), "Grown-ups by SMS")
    const profiles = main
      .locator("div:has(> span.h2-core)")
      .filter({ hasText: /^Profiles/ })
      .locator("> span.h2-core")
    await reads(profiles, number(walk.people.grown))
    await shoot("08-segment")
  })

  await step("is accessible: segment", () => accessible(page))

  await step("makes the segment of everybody who subscribed to e-mail", async () => {
    await admin("/engage/segments/create")
    await main.getByLabel("Name").fill("E-mail subscribers")
    await add("e-mail subscription", /^E-mail subscription/)
    await reads(count, number(walk.people.news))
    await save.click()
    await page.waitForURL(/\/engage\/segments\/(?!create)[^/]+$/)
    walk.news = page.url().split("/").pop()
    await admin("/engage/segments")
    await main
      .getByRole("table", { name: "Segments" })
      .getByText("E-mail subscribers")
      .first()
      .waitFor()
    await shoot("09-segments")
  })

  await step("is accessible: segments", () => accessible(page))
}
