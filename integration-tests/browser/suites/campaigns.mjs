import assert from "node:assert/strict"
import { accessible, becomes, placeOf } from "../support/expect.mjs"

const EVENT = "Asked for a catalogue"

/** A campaign drawn from nothing by mouse and keys; published, entered, seen at work, tried and changed while it runs. */
export default async function campaigns({ page, step, shoot, admin, rows }) {
  const main = page.getByRole("main")
  const panel = main.getByRole("region", { name: "Set up" })
  const canvas = main.getByRole("group", { name: "Steps of the campaign, drawn" })
  const palette = main.getByRole("navigation", { name: "Steps to put in" })
  const drawer = page.getByRole("dialog")
  const nodes = (name) => canvas.locator(`button[data-node][aria-label^="${name}"]`)
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
  const plan = async () =>
    (await rows(`select plan from engage_campaign where name = $1`, [name]))[0].plan
  const save = async () => {
    await page.keyboard.press("Control+s")
    await main.locator("button:disabled", { hasText: "Save" }).waitFor()
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
    await main.getByText("Add the first step").first().waitFor()
    await accessible(page)
  })

  await step("says what lets people in", async () => {
    await main.getByRole("textbox", { name: "Name" }).fill(name)
    await panel.getByRole("button", { name: "People come in when" }).click()
    await page.getByRole("option", { name: "They do something else on the site" }).click()
    await panel.getByRole("button", { name: "Event" }).click()
    await page.getByRole("combobox", { name: "Event" }).fill("catalogue")
    await page.getByRole("option", { name: EVENT }).click()
    await panel.getByRole("button", { name: "Event" }).getByText(EVENT).waitFor()
  })

  await step("drags a step from the palette onto the way", async () => {
    // What is missing is said anew first, which moves the drawing.
    await shoot("69-campaign-empty")
    const plus = canvas.getByRole("button", { name: "Add the first step" })
    await palette.getByRole("button", { name: "Send an e-mail" }).dragTo(plus)
    await panel.getByRole("button", { name: "Template" }).click()
    await page
      .getByRole("option", { name: /Catalogue/ })
      .first()
      .click()
    await nodes("Send an e-mail").getByText("Catalogue").waitFor()
    await accessible(page)
  })

  await step("goes on by keys only", async () => {
    await nodes("Send an e-mail").focus()
    await page.keyboard.press("a")
    await page.getByRole("menuitem", { name: /Sent/ }).first().waitFor()
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("ArrowRight")
    await page.getByRole("menuitem", { name: /^Wait(?! until| for)/ }).focus()
    await page.keyboard.press("Enter")
    await panel.getByRole("heading", { name: "Wait", exact: true }).waitFor()
    await panel.getByLabel("How long").fill("3")
    await page.keyboard.press("Escape")
    await nodes("Wait").and(page.locator(":focus")).waitFor()
    await palette.getByRole("button", { name: "Split at random" }).click()
    await canvas.getByText("A 50 %", { exact: true }).waitFor()
    await shoot("70-campaign-drawn")
    await nodes("Split at random").focus()
    await page.keyboard.press("ArrowUp")
    await nodes("Wait").and(page.locator(":focus")).waitFor()
    await page.keyboard.press("?")
    await drawer.getByText("Add a step after this one").waitFor()
    await accessible(page)
    await page.keyboard.press("Escape")
  })

  await step("lets two ways meet, takes that back and does it again", async () => {
    await canvas.getByRole("button", { name: "Show the whole" }).click()
    await save()
    const split = Object.entries((await plan()).graph.steps).find(([, s]) => s.type === "split")[0]
    await nodes("Split at random").focus()
    await page.keyboard.press("Control+c")
    await page.keyboard.press("Control+d")
    await nodes("Split at random").nth(1).waitFor()
    await page.keyboard.press("Control+z")
    await nodes("Split at random").nth(1).waitFor({ state: "detached" })
    await canvas.getByRole("button", { name: "Show the whole" }).click()
    await nodes("Split at random").focus()
    await palette.getByRole("button", { name: "Wait until" }).click()
    await panel.getByRole("heading", { name: "Wait until" }).waitFor()
    await canvas.getByRole("button", { name: "Show the whole" }).click()
    const from = await placeOf(canvas.locator(`[data-nodeid="${split}"][data-handleid="b"]`))
    const to = await placeOf(nodes("Wait until"))
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
    await page.mouse.down()
    await page.mouse.move(to.x + to.width / 2, to.y + 4, { steps: 12 })
    await page.mouse.up()
    await save()
    const meet = async () => {
      const { a, b } = (await plan()).graph.steps[split].next
      return Boolean(a) && a === b
    }
    await becomes(meet, true)
    await main.getByRole("button", { name: "Undo" }).click()
    await main.getByRole("button", { name: "Redo" }).click()
    await shoot("71-campaign-meets")
    await accessible(page)
  })

  await step("shows the same flow as a list", async () => {
    await main.getByRole("button", { name: "List", exact: true }).click()
    await main.getByRole("list", { name: "Steps" }).getByText("Goes on at “Wait until”").waitFor()
    await accessible(page)
    await main.getByRole("button", { name: "Drawing", exact: true }).click()
  })

  await step("is tried before anybody comes in", async () => {
    await main.getByRole("button", { name: "Try it" }).click()
    await drawer.getByText("Who comes to each step").waitFor()
    await drawer.getByText("Comes in").first().waitFor()
    await shoot("72-campaign-tried")
    await accessible(page)
    await page.keyboard.press("Escape")
    const [{ n }] = await rows(
      `select count(*)::int as n from engage_enrollment e join engage_campaign c on c.id = e.campaign_id where c.name = $1`,
      [name]
    )
    assert.equal(n, 0)
  })

  await step("goes live after telling what that means", async () => {
    await main.getByRole("button", { name: "Publish" }).click()
    await drawer.getByText("What happened before lets nobody in.").waitFor()
    await drawer.getByText("Its steps").waitFor()
    await accessible(page)
    await drawer.getByRole("button", { name: "Publish" }).click()
    await main.getByText("Live", { exact: true }).first().waitFor()
  })

  await step("lets in who does it from then on, and shows where they are", async () => {
    assert.equal(await happens(), 200)
    const waiting = () =>
      rows(
        `select e.id from engage_enrollment e join engage_campaign c on c.id = e.campaign_id
         where c.name = $1 and e.step is not null and jsonb_array_length(e.path) > 1`,
        [name]
      )
    await becomes(async () => (await waiting()).length, 1, { timeout: 90_000, what: "who waits" })
    await page.reload()
    await main.getByRole("row").filter({ hasText: "Send an e-mail" }).waitFor()
    await nodes("Wait").first().getByText("here now").waitFor()
    await main.getByRole("combobox", { name: "Period" }).click()
    await page.getByRole("option", { name: "Last 7 days" }).click()
    await nodes("Send an e-mail").getByText("opened").waitFor()
    await shoot("73-campaign-live")
    await accessible(page)
  })

  await step("takes people along into a new version, and lets one of them on", async () => {
    await canvas.getByRole("button", { name: "Show the whole" }).click()
    await nodes("Split at random").focus()
    await page.keyboard.press("Delete")
    await nodes("Split at random").waitFor({ state: "detached" })
    await main.getByRole("button", { name: "Publish changes" }).click()
    await drawer.getByText("Steps that are gone").waitFor()
    await drawer.getByRole("radio", { name: "They go on in the new version" }).click()
    await shoot("74-campaign-changes")
    await accessible(page)
    await drawer.getByRole("button", { name: "Publish" }).click()
    await drawer.waitFor({ state: "detached" })
    const row = main.getByRole("row").filter({ hasText: "changed to a new version" })
    await row.getByRole("button", { name: "More actions" }).click()
    await page.getByRole("menuitem", { name: "Wait no longer" }).click()
    await main.getByRole("row").filter({ hasText: "waited no longer" }).waitFor()
    await accessible(page)
  })

  await step("holds everybody when it is paused, and stands in the list", async () => {
    await main.getByRole("button", { name: "Pause" }).click()
    await main.getByText("Paused", { exact: true }).first().waitFor()
    await admin("/engage/campaigns")
    await main.getByRole("row").filter({ hasText: name }).getByText("Paused").waitFor()
    await shoot("75-campaigns")
    await accessible(page)
  })
}
