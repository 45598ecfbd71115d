import assert from "node:assert/strict"
import fs from "node:fs"
import { settled } from "../support/browser.mjs"
import { accessible, becomes, number, pounds, reads } from "../support/expect.mjs"

/** The buyer with the most orders, and what Medusa knows of them. */
const BUSIEST = `
  with standing as (
    select id, version, lower(email) as email from "order" where status <> 'canceled' and deleted_at is null
  ), busiest as (
    select email, count(*)::int as orders from standing group by 1 order by 2 desc, 1 limit 1
  )
  select b.email, b.orders, c.first_name || ' ' || c.last_name as name, c.phone,
    round((
      (select sum(coalesce(i.unit_price, l.unit_price) * i.quantity)
       from standing o
       join order_item i on i.order_id = o.id and i.version = o.version and i.deleted_at is null
       join order_line_item l on l.id = i.item_id
       where o.email = b.email)
      + (select coalesce(sum(t.amount), 0)
         from standing o join order_transaction t on t.order_id = o.id and t.deleted_at is null
         where o.email = b.email and t.amount < 0)
    ) * 100)::int as revenue
  from busiest b join customer c on lower(c.email) = b.email and c.deleted_at is null and c.first_name is not null
  limit 1`

/** The list of people, and the page of one. */
export default async function profiles({ page, step, shoot, admin, rows, walk }) {
  const main = page.getByRole("main")
  const list = main.getByRole("table", { name: "Profiles" })
  const search = main.getByPlaceholder("Search name, e-mail, phone or order")
  const names = async () => list.locator("tbody tr td:nth-child(2)").allInnerTexts()

  await step("lists 25 people, the latest buyers first, and pages on", async () => {
    await admin("/engage/profiles")
    await becomes(async () => (await names()).length, 25)
    const first = await names()
    await shoot("03-profiles")
    await main.getByRole("button", { name: "Next" }).click()
    await becomes(async () => {
      const now = await names()
      return now.length === 25 && !now.some((name) => first.includes(name))
    }, true)
  })

  await step("finds a person by e-mail, name and phone", async () => {
    ;[walk.busiest] = await rows(BUSIEST)
    const { name, email, phone } = walk.busiest
    for (const text of [email, name, phone].filter(Boolean)) {
      await search.fill(text)
      await becomes(async () => (await names()).some((cell) => cell.includes(email)), true, {
        what: `search for ${text}`,
      })
    }
    await search.fill(email)
    await becomes(async () => (await names()).length, 1)
    await shoot("04-profiles-search")
  })

  await step("is accessible: profiles", () => accessible(page))

  await step("keeps a view with its columns, and brings it back", async () => {
    await search.fill("")
    await main.getByRole("button", { name: "Columns" }).click()
    await page.getByRole("menuitemcheckbox", { name: "Phone" }).click()
    await page.keyboard.press("Escape")
    await page.getByRole("menu").waitFor({ state: "detached" })
    await list.getByRole("columnheader", { name: "Phone" }).waitFor()
    await main.getByRole("button", { name: "Bought", exact: true }).click()
    await main.getByRole("button", { name: "Bought", pressed: true }).waitFor()
    await becomes(async () => (await names()).length, 25)
    await becomes(async () => new URL(page.url()).search, "?filters=bought")
    await main.getByRole("button", { name: "Views" }).click()
    await page.getByLabel("Name of the view").fill("Buyers with phone")
    await page.getByRole("button", { name: "Save" }).click()
    await page.getByRole("button", { name: "Buyers with phone", exact: true }).waitFor()
    await shoot("04-profiles-views")
    await page.keyboard.press("Escape")
    // Another browser of the same person has it too.
    await page.evaluate(() => localStorage.removeItem("admin_engage_columns_profiles"))
    await admin("/engage/profiles")
    await main.getByRole("button", { name: "Views" }).click()
    await accessible(page, "[role=dialog]")
    await page.getByRole("button", { name: "Show “Buyers with phone” to all colleagues" }).click()
    await page.getByRole("button", { name: "Stop showing “Buyers with phone”" }).waitFor()
    await page.getByRole("button", { name: "Buyers with phone", exact: true }).click()
    await page.waitForURL(/filters=bought/)
    await list.getByRole("columnheader", { name: "Phone" }).waitFor()
  })

  await step("loses nothing of what is pressed in quick succession", async () => {
    await admin("/engage/profiles")
    await becomes(async () => (await names()).length, 25)
    const answered = page.waitForResponse((response) =>
      /\/profiles\?(?=.*filters=bought).*order=-?orders/.test(response.url())
    )
    // In one go, so that the second comes before the page has followed the first.
    await main.evaluate((element) => {
      const press = (selector, text) =>
        [...element.querySelectorAll(selector)].find((one) => one.innerText === text).click()
      press("button", "Bought")
      press("th button", "Orders")
    })
    await page.waitForURL(/order=/)
    assert.match(new URL(page.url()).search, /filters=bought/)
    await answered
    await settled(page)
    await becomes(async () => (await names()).length, 25)
  })

  await step("puts chosen people on a frozen list, and saves them as a file", async () => {
    const boxes = list.getByRole("checkbox")
    await boxes.nth(1).click()
    await boxes.nth(2).click()
    const bar = main.getByRole("region", { name: "2 people chosen" })
    await bar.waitFor()
    await shoot("04-profiles-chosen")
    await accessible(page)
    const download = page.waitForEvent("download", { timeout: 60_000 })
    await bar.getByRole("button", { name: "Save as a file" }).click()
    const lines = fs
      .readFileSync(await (await download).path(), "utf8")
      .trim()
      .split("\r\n")
    assert.equal(lines.length, 3)
    await bar.getByRole("button", { name: "Add to an audience" }).click()
    await page.getByLabel("Name of the new audience").fill("Chosen by hand")
    await page.getByRole("dialog").getByRole("button", { name: "Add", exact: true }).click()
    await page.getByText("2 people added to Chosen by hand").waitFor()
    await bar.waitFor({ state: "detached" })
    const [{ n }] = await rows(
      `select profiles::int as n from engage_audience where name = 'Chosen by hand'`
    )
    assert.equal(n, 2)
    await admin("/engage/profiles")
    await search.fill(walk.busiest.email)
    await becomes(async () => (await names()).length, 1)
  })

  await step("opens the profile, with orders and revenue as Medusa has them", async () => {
    const { name, email, orders, revenue } = walk.busiest
    await list.getByText(name, { exact: true }).click()
    await reads(main.getByRole("heading", { level: 1 }), name)
    await main.getByText(email).first().waitFor()
    const stat = (label) =>
      main
        .locator("div:has(> span.h2-core)")
        .filter({ hasText: new RegExp(`^${label}`) })
        .locator("> span.h2-core")
    await reads(stat("Lifetime value"), pounds(revenue))
    await reads(stat("Orders"), number(orders))
    await reads(stat("Average order value"), pounds(Math.round(revenue / orders)))
    const timeline = main.getByRole("tabpanel", { name: "Timeline" })
    await timeline
      .getByText(/Order #\d+/)
      .first()
      .waitFor()
    await shoot("05-profile")
  })

  await step("is accessible: profile", () => accessible(page))

  await step("says so when nobody is found", async () => {
    await admin("/engage/profiles?q=nobody-has-this-name")
    await main.getByText("Nothing found").waitFor()
    await main.getByRole("button", { name: "Clear search" }).click()
    await becomes(async () => (await names()).length, 25)
  })
}
