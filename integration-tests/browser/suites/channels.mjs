import assert from "node:assert/strict"
import { accessible, becomes } from "../support/expect.mjs"

/** A text message, from the editor to the outbox, and an in-app message, from the editor to the shop's page. */
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
    await main.getByText("Saved", { exact: true }).waitFor()
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
      .fill('Hello {{ profile.first_name | default: "friend" }}, 20 % off today: {{ shop.url }}')
    await dialog.getByText(/^Billed as 1 message/).waitFor()
    await dialog.getByText(/Stop: http/).waitFor()
    await saved()
    await shoot("90-sms-editor")
    await dialog.getByLabel("Text", { exact: true }).fill("Скидка 20 % сегодня: {{ shop.url }}")
    await dialog.getByText(/Only 70 characters fit/).waitFor()
    await shoot("91-sms-special")
    await dialog
      .getByLabel("Text", { exact: true })
      .fill('Hello {{ profile.first_name | default: "friend" }}, 20 % off today: {{ shop.url }}')
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

  await step("writes a message for the shop's own pages", async () => {
    await begin("In-app message", "Welcome back")
    await dialog
      .getByLabel("Title")
      .fill('Welcome back, {{ profile.first_name | default: "friend" }}')
    await dialog.getByText("Welcome back, Anna").waitFor()
    await saved()
    await shoot("96-in-app-editor")
    await accessible(page)
    await dialog.getByRole("button", { name: "Close" }).click()
    await main.getByRole("heading", { name: "Welcome back" }).first().waitFor()
    await shoot("97-in-app-template")
  })

  await step("sends it", async () => {
    await broadcast("In-app", "Welcome back")
    await start()
  })

  await step("shows it to a person who comes through a text message, once", async () => {
    const [{ text }] = await rows(
      `select s.text from engage_sandbox_mail s join engage_run r on r.id = s.run_id
       where r.channel = 'sms' and not r.is_test order by s.id desc limit 1`
    )
    await page.goto(/http\S+/.exec(text)[0])
    const message = page.getByRole("dialog", { name: /^Welcome back/ })
    await message.waitFor()
    await message.getByRole("link", { name: "Have a look" }).waitFor()
    await shoot("98-in-app-shop")
    await message.getByRole("button", { name: "Close" }).click()
    await message.waitFor({ state: "detached" })
    const kinds = async () => {
      const found = await rows(
        `select distinct e.kind from engage_message_event e join engage_run r on r.id = e.run_id
         where r.channel = 'in_app' order by 1`
      )
      return found.map((row) => row.kind).join()
    }
    await becomes(kinds, "dismissed,opened")
  })

  await step("tells on the report who saw it", async () => {
    await admin("/engage/broadcasts")
    await main.getByRole("link", { name: "Welcome back" }).first().click()
    await main.getByRole("link", { name: /^Opened: / }).waitFor()
    await shoot("99-in-app-report")
    await accessible(page)
  })
}
