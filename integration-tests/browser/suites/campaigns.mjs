import assert from "node:assert/strict"
import { accessible } from "../support/expect.mjs"

const EVENT = "Asked for a catalogue"

/** A campaign from nothing: what lets people in, a wait, an e-mail; published, entered, and seen at work. */
export default async function campaigns({ page, step, shoot, admin, rows }) {
  const main = page.getByRole("main")
  const dialog = page.getByRole("dialog")
  const name = `Catalogue ${Date.now()}`
  const [person] = await rows(
    `select email from engage_profile
     where removed_at is null and email_status = 'valid' and subscribed & 1 = 1 order by id desc limit 1`
  )
  const post = (path, body) =>
    page.evaluate(
      async ([url, data]) => {
        const response = await fetch(url, {
          method: "POST",
          credentials: "include",
          headers: { "content-type": "application/json" },
          body: JSON.stringify(data),
        })
        return response.status
      },
      [`/admin/engage${path}`, body]
    )
  const happens = () =>
    post("/events", {
      events: [{ name: EVENT, email: person.email, message_id: `browser-${Date.now()}` }],
    })
  const add = async (label, which) => {
    await main.getByRole("button", { name: which }).first().click()
    await page.getByRole("menuitem", { name: label }).click()
    await dialog.getByRole("button", { name: "Done" }).waitFor()
  }

  await step("begins with an empty campaign that says what is missing", async () => {
    await admin("/engage/campaigns")
    assert.equal(await happens(), 200)
    const html = "<p>Dear {{ profile.first_name }}, the catalogue is on its way.</p>"
    assert.equal(
      await post("/templates", { name: "Catalogue", subject: "Your catalogue", html }),
      200
    )
    await main.getByRole("button", { name: "Create campaign" }).first().click()
    await main.getByText("Choose what lets people in").first().waitFor()
    await main.getByText("Add the first step").first().waitFor()
    await accessible(page)
  })

  await step("says what lets people in", async () => {
    await main.getByRole("textbox", { name: "Name" }).fill(name)
    await main.getByRole("combobox", { name: "People come in when" }).click()
    await page.getByRole("option", { name: "They do something on the site" }).click()
    await main.getByRole("button", { name: "Event" }).click()
    await page.getByRole("combobox", { name: "Event" }).fill("catalogue")
    await page.getByRole("option", { name: EVENT }).click()
    await main.getByRole("button", { name: "Event" }).getByText(EVENT).waitFor()
  })

  await step("puts steps in, one after the other", async () => {
    await add(/^Send an e-mail/, "Add the first step")
    await dialog.getByRole("button", { name: "Template" }).click()
    await page
      .getByRole("option", { name: /Catalogue/ })
      .first()
      .click()
    await accessible(page)
    await dialog.getByRole("button", { name: "Done" }).click()
    await add(/^Wait\b(?! until)/, "Add a step here")
    await dialog.getByLabel("How long").fill("3")
    await shoot("70-campaign-wait")
    await dialog.getByRole("button", { name: "Done" }).click()
    await main.getByRole("button", { name: /3 days/ }).waitFor()
    await add(/^Split at random/, "Add a step here")
    await dialog.getByRole("button", { name: "Done" }).click()
    await main.getByText("A 50 %").first().waitFor()
    await shoot("71-campaign-flow")
    await accessible(page)
  })

  await step("takes a step back", async () => {
    await main.getByRole("button", { name: "Undo" }).click()
    await main.getByText("A 50 %").first().waitFor({ state: "detached" })
  })

  await step("goes live after telling what that means", async () => {
    await main.getByRole("button", { name: "Publish" }).click()
    const ask = page.getByRole("alertdialog")
    await ask.getByText("What happened before lets nobody in.").waitFor()
    await ask.getByRole("button", { name: "Publish" }).click()
    await main.getByText("Live", { exact: true }).first().waitFor()
    const [{ status, version }] = await rows(
      `select status, version from engage_campaign where name = $1`,
      [name]
    )
    assert.deepEqual({ status, version }, { status: "live", version: 1 })
  })

  await step("lets in who does it from then on, and shows where they are", async () => {
    assert.equal(await happens(), 200)
    for (let tries = 0; tries < 60; tries++) {
      const [{ n }] = await rows(
        `select count(*)::int as n from engage_enrollment e join engage_campaign c on c.id = e.campaign_id
         where c.name = $1 and e.step is not null and jsonb_array_length(e.path) > 1`,
        [name]
      )
      if (n) break
      await page.waitForTimeout(1_000)
    }
    await page.reload()
    const row = main.getByRole("row").filter({ hasText: "Send an e-mail" })
    await row.getByText("Wait", { exact: true }).first().waitFor()
    assert.equal(await main.getByRole("row").filter({ hasText: "Send an e-mail" }).count(), 1)
    await main.getByText("1 here now").waitFor()
    await shoot("72-campaign-live")
    await accessible(page)
    const mails = await rows(
      `select 1 from engage_message m join engage_campaign_run r on r.run_id = m.run_id
       join engage_campaign c on c.id = r.campaign_id where c.name = $1`,
      [name]
    )
    assert.equal(mails.length, 1)
  })

  await step("holds everybody when it is paused, and stands in the list", async () => {
    await main.getByRole("button", { name: "Pause" }).click()
    await main.getByText("Paused", { exact: true }).first().waitFor()
    await admin("/engage/campaigns")
    const row = main.getByRole("row").filter({ hasText: name })
    await row.getByText("Paused").waitFor()
    await shoot("73-campaigns")
    await accessible(page)
  })
}
