import assert from "node:assert/strict"
import { accessible, becomes } from "../support/expect.mjs"

const ADDRESS = "rival@competitor.example"

/** How mail arrived, and somebody who asks on the phone to get nothing any more. */
export default async function deliverability({ page, step, shoot, admin, rows }) {
  const main = page.getByRole("main")

  await step("tells how the broadcasts so far arrived at each mailbox provider", async () => {
    // The shop's clock counts once a minute; ask for it until it has.
    const first = main.getByRole("table", { name: "By mailbox provider" }).getByRole("row").nth(1)
    const arrived = async () => {
      await admin("/engage/deliverability?days=7")
      const [most] = await rows(
        `select sum(accepted)::int as accepted from engage_mailbox_stat group by mailbox order by 1 desc limit 1`
      )
      const text = (await first.innerText({ timeout: 1_000 })).replace(/,/g, "")
      return new RegExp(`\\b${most.accepted}\\b`).test(text)
    }
    await becomes(arrived, true, { timeout: 120_000, what: "the most of one provider" })
    await main.getByText("Nothing went wrong").waitFor()
    await accessible(page)
  })

  await step("has an address get nothing, by hand", async () => {
    await main.getByRole("button", { name: "Add address" }).click()
    const drawer = page.getByRole("dialog")
    await drawer.getByLabel("Address").fill(ADDRESS)
    await drawer.getByLabel("Why").fill("asked on the phone")
    await shoot("61-deliverability-add")
    await accessible(page)
    await drawer.getByRole("button", { name: "Add address" }).click()
    const row = main.getByRole("row", { name: new RegExp(ADDRESS) })
    await row.getByText("Added by hand").waitFor()
    await row.getByText("asked on the phone").waitFor()
    const stored = await rows(`select reason from engage_suppression where address = $1`, [ADDRESS])
    assert.deepEqual(stored, [{ reason: "staff" }])
    await shoot("60-deliverability")
  })

  await step("finds it and allows it again", async () => {
    await main.getByRole("searchbox", { name: "Search addresses" }).fill("nobody at all")
    await main.getByText("No address matches.").waitFor()
    await main.getByRole("searchbox", { name: "Search addresses" }).fill("rival")
    await main.getByRole("button", { name: `Allow ${ADDRESS} again` }).click()
    const dialog = page.getByRole("alertdialog")
    await accessible(page)
    await dialog.getByRole("button", { name: "Allow again" }).click()
    await page.getByText(`${ADDRESS} may get messages again`).waitFor()
    assert.deepEqual(
      await rows(`select 1 from engage_suppression where address = $1`, [ADDRESS]),
      []
    )
  })

  await step("limits what leaves, and plans a warm-up", async () => {
    await admin("/engage/deliverability")
    await main.getByRole("button", { name: "Change limits" }).click()
    const drawer = page.getByRole("dialog")
    await drawer.getByRole("button", { name: "Add limit" }).click()
    await drawer.getByLabel("To (1)").fill("gmail.com")
    await drawer.getByLabel("At most (1)").fill("5000")
    await shoot("62-sending-limits")
    await accessible(page)
    await drawer.getByRole("button", { name: "Save" }).click()
    await main.getByText("at most 5,000 in any minute").waitFor()

    await main.getByRole("button", { name: "Plan warm-up" }).click()
    await drawer.getByLabel("Messages on the first day").fill("20000")
    await drawer.getByText("It takes about 3 days.").waitFor()
    await accessible(page)
    await shoot("63-warm-up-plan")
    await drawer.getByRole("button", { name: "Save" }).click()
    await main.getByText(/Day 1 of 3: 0 of 20,000 messages sent today/).waitFor()
    await accessible(page)
    await shoot("64-warm-up")

    await main.getByRole("button", { name: "End warm-up" }).click()
    await page.getByRole("alertdialog").getByRole("button", { name: "End warm-up" }).click()
    await main.getByRole("button", { name: "Plan warm-up" }).waitFor()
    await main.getByRole("button", { name: "Change limits" }).click()
    await drawer.getByRole("button", { name: "Remove limit 1" }).click()
    await drawer.getByRole("button", { name: "Save" }).click()
    await main.getByText("None. Messages leave as fast as the service takes them.").waitFor()
    assert.deepEqual(await rows(`select account from engage_sending_limit`), [])
  })
}
