import { accessible, becomes, number, pounds, reads } from "../support/expect.mjs"

/** Straight from Medusa's tables: everybody once by address, goods of orders that stand, less what was paid back. */
const HEADLINE = `
  with standing as (
    select id, version, lower(email) as email from "order" where status <> 'canceled' and deleted_at is null
  ), goods as (
    select sum(coalesce(i.unit_price, l.unit_price) * i.quantity) as value
    from standing o
    join order_item i on i.order_id = o.id and i.version = o.version and i.deleted_at is null
    join order_line_item l on l.id = i.item_id
  ), refunds as (
    select coalesce(-sum(t.amount), 0) as value
    from standing o join order_transaction t on t.order_id = o.id and t.deleted_at is null
    where t.amount < 0
  )
  select
    (select count(distinct lower(email))::int from customer where deleted_at is null) as profiles,
    (select count(distinct email)::int from standing) as buyers,
    round((goods.value - refunds.value) * 100)::bigint::int as revenue,
    (select count(distinct lower(email))::int from customer
     where deleted_at is null and (metadata->>'email_opt_in')::boolean) as reachable
  from goods, refunds`

const HISTORY_READ = `
  select exists (select 1 from engage_state where key = 'rfm') and not exists (select 1 from engage_dirty) as done`

/** A new shop's orders come in after its customers; scores are the last to be made. */
async function historyRead(page, rows) {
  for (let second = 0; second < 240; second++) {
    if ((await rows(HISTORY_READ))[0].done) return
    await page.waitForTimeout(1_000)
  }
  throw new Error("the shop's history was not read within four minutes")
}

/** The first page: the shop in numbers. */
export default async function overview({ page, step, shoot, admin, rows, walk }) {
  const main = page.getByRole("main")
  const stat = (label) =>
    main
      .locator("div:has(> span.h2-core)")
      .filter({ hasText: new RegExp(`^${label}`) })
      .locator("> span.h2-core")

  await step("shows the shop's numbers as Medusa's own tables have them", async () => {
    await historyRead(page, rows)
    await admin("/engage")
    const [shop] = await rows(HEADLINE)
    walk.shop = shop
    // Right after the first start the shop is still being read in; the page follows by itself.
    const timeout = 180_000
    await reads(stat("Profiles"), number(shop.profiles), { timeout })
    await reads(stat("Buyers"), number(shop.buyers), { timeout })
    await reads(stat("Revenue"), pounds(shop.revenue), { timeout })
    await reads(stat("Reachable by e-mail"), number(shop.reachable), { timeout })
  })

  await step("sorts every buyer into one cell of the grid", async () => {
    const cells = main.locator('a[href*="/segments/create"][aria-label]')
    await becomes(
      async () => {
        const labels = await cells.evaluateAll((all) => all.map((cell) => cell.ariaLabel))
        const people = labels.map((label) => Number(/([\d,]+) pe/.exec(label)[1].replace(",", "")))
        return people.reduce((sum, count) => sum + count, 0)
      },
      walk.shop.buyers,
      { what: "people in the grid" }
    )
  })

  await step("has a first-steps list that knows what is done", async () => {
    await main.getByText(/^[2-8] of 8 done$/).waitFor()
    await shoot("02-overview")
  })

  await step("is accessible: overview", () => accessible(page))
}
