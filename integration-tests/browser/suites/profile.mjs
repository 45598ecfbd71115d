import assert from "node:assert/strict"
import { accessible, becomes } from "../support/expect.mjs"

/** Somebody under thirty, whose noted consent changes no number that the segments' suite counts from Medusa's tables. */
const CUSTOMER = `
  select id, email, first_name, metadata from customer
  where has_account and deleted_at is null and first_name is not null
    and (metadata->>'birthday')::date > now() - interval '29 years'
  order by id limit 1`

/** What staff do with a profile: edit it, note a consent, use a field of their own, merge and take it back. */
export default async function profile({ page, step, shoot, admin, rows }) {
  const main = page.getByRole("main")
  const [customer] = await rows(CUSTOMER)
  const open = async () => {
    await admin(`/engage/profiles?q=${encodeURIComponent(customer.email)}`)
    await main.getByRole("table").locator("tbody a").first().click()
    await main.getByRole("heading", { name: "About" }).waitFor()
  }
  const key = `shirt_${Date.now().toString(36)}`

  await step("writes an edit of a profile back to Medusa, and says who changed it", async () => {
    await open()
    await main.getByRole("button", { name: "Edit", exact: true }).click()
    const drawer = page.getByRole("dialog")
    await drawer.getByLabel("First name").fill("Wilhelmina")
    await shoot("40-profile-edit")
    await drawer.getByRole("button", { name: "Save" }).click()
    await main.getByText("Changed by staff").first().waitFor()
    await becomes(
      async () =>
        (await rows(`select first_name from customer where id = $1`, [customer.id]))[0].first_name,
      "Wilhelmina"
    )
  })

  await step("registers a field of the shop's own, and fills it in", async () => {
    await admin("/engage/profiles/fields")
    await main.getByRole("button", { name: "Add field" }).click()
    const drawer = page.getByRole("dialog")
    await drawer.getByLabel("Name", { exact: true }).fill("Shirt size")
    await drawer.getByLabel("Short name").fill(key)
    await drawer.getByRole("button", { name: "Save" }).click()
    await main.getByRole("button", { name: "Shirt size" }).first().waitFor()
    await accessible(page)
    await open()
    await main.getByRole("button", { name: "Edit", exact: true }).click()
    await page.getByRole("dialog").getByLabel("Shirt size").first().fill("XL")
    await page.getByRole("dialog").getByRole("button", { name: "Save" }).click()
    await main.getByText("XL", { exact: true }).first().waitFor()
  })

  await step("finds the person by that field in a segment", async () => {
    const count = await page.evaluate(async (attribute) => {
      const condition = { type: "condition", attribute, operator: "in", value: ["XL"] }
      const rules = { version: 1, root: { type: "group", op: "and", children: [condition] } }
      const answer = await fetch("/admin/engage/segments/preview", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ rules }),
      })
      return (await answer.json()).count
    }, `field.${key}`)
    assert.equal(count, 1)
  })

  await step("notes a consent with its reason", async () => {
    await open()
    await main.getByRole("button", { name: "Change consent for SMS, All messages" }).click()
    await page.getByRole("dialog").getByLabel("How do you know?").fill("Asked on the phone")
    await page.getByRole("dialog").getByRole("button", { name: "Save" }).click()
    await main.getByText("Changed by staff").first().waitFor()
    await becomes(
      async () =>
        (
          await rows(
            `select l.reason from engage_consent_log l join engage_identity i on i.profile_id = l.profile_id
             where i.kind = 'customer' and i.value = $1 and l.method = 'staff' order by l.id desc limit 1`,
            [customer.id]
          )
        )[0]?.reason,
      "Asked on the phone"
    )
  })

  await step("shows the orders behind a metric", async () => {
    await open()
    await main.getByRole("button", { name: "Show the orders behind Largest order" }).click()
    await main.getByText("The order of the highest value.").waitFor()
    await becomes(
      async () => main.getByRole("table", { name: "Orders" }).locator("tbody tr").count(),
      1
    )
    await accessible(page)
  })

  await step("merges two profiles and takes it back", async () => {
    await admin("/engage/profiles/duplicates")
    await main.getByRole("button", { name: "Search now" }).first().click()
    await main.getByRole("button", { name: "Merge", exact: true }).first().click()
    await shoot("41-duplicates")
    const merges = () =>
      rows(`select count(*) filter (where undone_at is null)::int as n from engage_merge`)
    const before = (await merges())[0].n
    await page.getByRole("alertdialog").getByRole("button", { name: "Merge" }).click()
    await becomes(async () => (await merges())[0].n, before + 1)
    await main
      .getByRole("button", { name: /^Undo the merge of/ })
      .first()
      .click()
    await page.getByRole("alertdialog").getByRole("button", { name: "Undo" }).click()
    await becomes(async () => (await merges())[0].n, before)
    await accessible(page)
  })
}
