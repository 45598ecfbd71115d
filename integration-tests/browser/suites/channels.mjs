import assert from "node:assert/strict"
import { accessible } from "../support/expect.mjs"

/** A text message: written, counted, sent as a broadcast, and found in the outbox. */
export default async function channels({ page, step, shoot, admin, rows }) {
  const main = page.getByRole("main")
  const dialog = page.getByRole("dialog")
  const pick = async (button, option) => {
    await main
      .getByRole("button", { name: new RegExp(`^${button}\\b`) })
      .first()
      .click()
    await page.getByRole("combobox", { name: button, exact: true }).fill(option)
    await page.getByRole("option").filter({ hasText: option }).first().click()
  }
  const begin = async (kind, name) => {
    await admin("/engage/templates/create")
    await main.getByRole("button", { name: kind, exact: true }).click()
    await page.waitForURL(/\/edit$/)
    await dialog.getByLabel("Name").fill(name)
  }
  const saved = () => dialog.getByText("Saved", { exact: true }).waitFor()
  const broadcast = async (channel, name) => {
    await admin("/engage/broadcasts")
    await main.getByRole("button", { name: "Create broadcast" }).first().click()
    await page.waitForURL(/\/engage\/broadcasts\/[^/]+$/)
    await main.locator("#broadcast-name").fill(name)
    await main.getByRole("combobox", { name: "Channel" }).click()
    await page.getByRole("option", { name: channel, exact: true }).click()
    await pick("Segment or audience", "Buyers of every channel")
    await pick("Template", name)
    await main.getByRole("checkbox", { name: "Deliver immediately" }).click()
    await main.getByText("Saved").waitFor()
  }
  const start = async () => {
    await main.getByRole("button", { name: "Start sending" }).click()
    await page.getByRole("alertdialog").getByRole("button", { name: "Start sending" }).click()
    await main.getByText("Completed", { exact: true }).waitFor({ timeout: 60_000 })
  }

  await step("has people to write to", async () => {
    await admin("/engage/segments")
    const rules = {
      version: 1,
      root: {
        type: "group",
        op: "and",
        children: [{ type: "condition", attribute: "orders", operator: "gte", value: 1 }],
      },
    }
    const status = await page.evaluate(
      async (body) => {
        const headers = { "content-type": "application/json" }
        const request = { method: "POST", headers, body: JSON.stringify(body) }
        return (await fetch("/admin/engage/segments", request)).status
      },
      { name: "Buyers of every channel", rules }
    )
    assert.equal(status, 200)
  })

  await step("writes a text message and sees what it costs", async () => {
    await begin("SMS", "Flash sale")
    await dialog
      .getByLabel("Text", { exact: true })
      .fill(
        'Hello {{ profile.first_name | default: "friend" }}, 20 % off today: {{ shop.url }}/store'
      )
    await dialog.getByText(/^Billed as 1 message/).waitFor()
    await dialog.getByText(/Stop: http/).waitFor()
    await saved()
    await shoot("90-sms-editor")
    await dialog
      .getByLabel("Text", { exact: true })
      .fill("Скидка 20 % сегодня: {{ shop.url }}/store")
    await dialog.getByText(/Only 70 characters fit/).waitFor()
    await shoot("91-sms-special")
    await dialog
      .getByLabel("Text", { exact: true })
      .fill(
        'Hello {{ profile.first_name | default: "friend" }}, 20 % off today: {{ shop.url }}/store'
      )
    await saved()
  })

  await step("is accessible: editor of a text message", () => accessible(page))

  await step("shows the template as a person gets it", async () => {
    await dialog.getByRole("button", { name: "Close" }).click()
    await main.getByRole("heading", { name: "Flash sale" }).waitFor()
    await main.getByText(/Stop: http/).waitFor()
    await shoot("92-sms-template")
    await accessible(page)
  })

  await step("sends it to those who agreed to text messages", async () => {
    await broadcast("SMS", "Flash sale")
    await main.getByText("No address for this channel").waitFor()
    await shoot("93-sms-broadcast")
    await start()
    await shoot("94-sms-report")
    const [row] = await rows(
      `select count(*)::int as sent from engage_sandbox_mail s join engage_run r on r.id = s.run_id
       where r.channel = 'sms' and not r.is_test`
    )
    assert.ok(row.sent > 0, "no text message was kept")
  })

  await step("finds the text messages in the outbox", async () => {
    await admin("/engage/messages")
    await main.getByRole("row").filter({ hasText: "SMS" }).nth(0).click()
    await dialog.getByText(/Stop: http/).waitFor()
    await shoot("95-sms-outbox")
    await accessible(page)
  })
}
