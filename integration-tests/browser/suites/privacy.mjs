import assert from "node:assert/strict"
import fs from "node:fs"
import { accessible } from "../support/expect.mjs"

/** A person asks for a copy of their data, and then to be forgotten. */
export default async function privacy({ page, step, shoot, admin, rows }) {
  const main = page.getByRole("main")
  const [person] = await rows(
    `select email, first_name || ' ' || last_name as name from engage_profile
     where removed_at is null and orders between 1 and 3 and email_status = 'valid' order by last_order_at limit 1`
  )

  await step("hands out a copy of somebody's data", async () => {
    await admin(`/engage/profiles?q=${encodeURIComponent(person.email)}`)
    await main.getByRole("link", { name: new RegExp(person.name) }).click()
    await main.getByRole("heading", { name: person.name }).first().waitFor()
    await main.getByRole("button", { name: "More actions" }).first().click()
    await shoot("50-privacy-menu")
    const download = page.waitForEvent("download", { timeout: 60_000 })
    await page.getByRole("menuitem", { name: "Personal data to read" }).click()
    const text = fs.readFileSync(await (await download).path(), "utf8")
    assert.match(text, /What Regency Gifts has stored about you/)
    assert.ok(text.includes(person.email))
  })

  await step("erases the person after the address has been typed", async () => {
    await main.getByRole("button", { name: "More actions" }).first().click()
    await page.getByRole("menuitem", { name: "Erase this person" }).click()
    const dialog = page.getByRole("alertdialog")
    const confirm = dialog.getByRole("button", { name: "Erase this person" })
    assert.equal(await confirm.isDisabled(), true)
    await dialog.getByRole("textbox").fill(person.email)
    await shoot("51-privacy-erase")
    await accessible(page)
    await confirm.click()
    await page.getByText("The person has been erased").waitFor()
    const [left] = await rows(
      `select count(*)::int as n from engage_profile p where to_jsonb(p)::text ilike '%' || $1 || '%'`,
      [person.email]
    )
    assert.equal(left.n, 0)
  })
}
