import assert from "node:assert/strict"
import { ruleBuilder } from "../support/builder.mjs"
import { accessible, becomes, number, reads } from "../support/expect.mjs"

/** Somebody with orders and a name that nobody else has. */
const SOMEBODY = `
  select min(p.first_name || ' ' || p.last_name) as name, min(p.orders) as orders from engage_profile p
  where p.removed_at is null and p.first_name is not null and p.last_name is not null
  group by p.first_name, p.last_name having count(*) = 1 and min(p.orders) > 2
  order by min(p.id) limit 1`

/** How many customers a customer group has, and how many of a segment's people are customers. */
const GROUP = `
  select
    (select count(*)::int from customer_group_customer where customer_group_id = $1 and deleted_at is null) as in_group,
    (select count(*)::int from engage_membership m join engage_segment s on s.no = m.segment_no
      join engage_identity i on i.profile_id = m.profile_id and i.kind = 'customer' where s.id = $2) as in_segment`

/** Whether a segment's people are those with 20 orders or more: new rules are counted in the background. */
const COUNTED = `
  select (select count(*) from engage_membership m join engage_segment s on s.no = m.segment_no where s.id = $1)
    = (select count(*) from engage_profile where removed_at is null and orders >= 20) as counted`

/** What a store owner does with rules and saved segments beyond the first one. */
export default async function segmentsMore({ page, step, shoot, admin, rows, url }) {
  const builder = ruleBuilder(page)
  const { main, groups, comparisons, grip, count } = builder
  const nested = groups.nth(1)
  const sizes = async () => [await comparisons().count(), await comparisons(nested).count()]
  const folder = `Spring ${Date.now().toString(36)}`
  const made = {}

  await step("drags a condition into another group", async () => {
    await admin("/engage/segments/create")
    await main.getByLabel("Name").fill("Regulars")
    await builder.addAtLeast("orders", /^Orders/, "2")
    await main.getByRole("button", { name: "Add group" }).click()
    await builder.addAtLeast("age", /^Age/, "30", nested)
    await becomes(sizes, [2, 1])
    await shoot("60-builder-before-drag")
    await builder.drag(grip(main).first(), nested)
    await becomes(sizes, [2, 2])
    await main.getByText("Matching people, as of now.").waitFor()
    await shoot("61-builder-dragged")
  })

  await step("takes the drag back and does it again", async () => {
    await main.getByRole("button", { name: "Undo" }).click()
    await becomes(sizes, [2, 1])
    await main.getByRole("button", { name: "Redo" }).click()
    await becomes(sizes, [2, 2])
    await page.keyboard.press("Control+z")
    await becomes(sizes, [2, 1])
    await page.keyboard.press("Control+Shift+z")
    await becomes(sizes, [2, 2])
  })

  await step("copies and pastes a condition by key and by menu", async () => {
    await grip(nested).nth(1).focus()
    await page.keyboard.press("Control+c")
    await page.keyboard.press("Control+v")
    await becomes(sizes, [3, 3])
    await page.keyboard.press("Control+z")
    await becomes(sizes, [2, 2])
    await builder.choose(1, "Copy")
    await main.getByRole("button", { name: "Paste" }).last().click()
    await becomes(sizes, [3, 2])
  })

  await step("sets a condition aside, which then does not count", async () => {
    await main.getByText("Matching people, as of now.").waitFor()
    await builder.choose(3, "Set aside")
    await main.getByText("Set aside: it does not count.").waitFor()
    await main.getByText("Matching people, as of now.").waitFor()
    await shoot("62-builder-set-aside")
  })

  await step("is accessible: builder with groups", () => accessible(page))

  await step("names the condition that leaves nobody", async () => {
    await admin("/engage/segments/create")
    await main.getByLabel("Name").fill("Nobody")
    await builder.addAtLeast("orders", /^Orders/, "2")
    await builder.addAtLeast("age", /^Age/, "119")
    await reads(count, "0")
    await main.getByText("Nobody is left because of: Age.").waitFor()
    await main.getByText("leaves nobody", { exact: true }).waitFor()
    await shoot("63-builder-nobody")
  })

  await step("tells why a named person is not in it, and by which values", async () => {
    const [{ name, orders }] = await rows(SOMEBODY)
    await main.getByRole("button", { name: "Choose a person" }).click()
    await page.getByRole("combobox", { name: "Choose a person" }).fill(name)
    await page.getByRole("option").filter({ hasText: name }).first().click()
    await main.getByText(`${name} is not in`).waitFor()
    await main.getByText(`holds (${orders})`, { exact: true }).waitFor()
    await main
      .getByText(/^does not hold/)
      .first()
      .waitFor()
    await shoot("64-builder-why")
    await accessible(page)
  })

  await step("keeps earlier rules, and takes one back", async () => {
    await admin("/engage/segments/create")
    await main.getByLabel("Name").fill("Regulars")
    await main.getByLabel("Folder").fill(folder)
    await builder.addAtLeast("orders", /^Orders/, "20")
    made.segment = await builder.save()
    await admin(`/engage/segments/${made.segment}/edit`)
    await main.getByRole("textbox", { name: "Value" }).fill("30")
    await builder.save()
    const sentence = main.getByText("Everybody whose number of orders is at least 20.").first()
    await main.getByRole("heading", { name: "Earlier rules" }).waitFor()
    await main.getByRole("button", { name: "Take back" }).click()
    await page.getByText("Rule taken back as a new version").waitFor()
    await sentence.waitFor()
    const [{ rules }] = await rows("select rules from engage_segment where id = $1", [made.segment])
    assert.equal(rules.root.children[0].value, 20)
    await admin(`/engage/segments/${made.segment}`)
    await shoot("65-segment-versions")
  })

  await step("lets a customer group of the shop follow the segment", async () => {
    const token = await page.evaluate(() => localStorage.getItem("medusa_auth_token"))
    const answer = await page.request.post(`${url}/admin/customer-groups`, {
      data: { name: `Regulars ${folder}` },
      headers: token ? { authorization: `Bearer ${token}` } : {},
    })
    assert.equal(answer.status(), 200)
    const { customer_group } = await answer.json()
    await becomes(async () => (await rows(COUNTED, [made.segment]))[0].counted, true, {
      what: "the segment's people",
      timeout: 60_000,
    })
    await admin(`/engage/segments/${made.segment}`)
    await main.getByRole("button", { name: "Choose a group" }).click()
    await page.getByRole("option", { name: `Regulars ${folder}` }).click()
    const [{ in_segment }] = await rows(GROUP, [customer_group.id, made.segment])
    assert.ok(in_segment > 0)
    await main
      .getByText(
        `Following now would add ${number(in_segment)} customers to the group and remove 0.`
      )
      .waitFor()
    await shoot("66-segment-group")
    await main.getByRole("button", { name: "Follow and sync" }).click()
    await main.getByRole("button", { name: "Stop following" }).waitFor()
    await becomes(
      async () => (await rows(GROUP, [customer_group.id, made.segment]))[0].in_group,
      in_segment,
      { timeout: 90_000 }
    )
    await becomes(async () => {
      await admin(`/engage/segments/${made.segment}`)
      return main.getByText(`${number(in_segment)} added, 0 removed`).count()
    }, 1)
    await shoot("67-segment-group-synced")
    await accessible(page)
  })

  await step("gives the segment a tag, and finds it by the tag", async () => {
    const table = main.getByRole("table", { name: "Segments" })
    const dialog = page.getByRole("dialog")
    await admin(`/engage/segments?folder=${encodeURIComponent(folder)}`)
    await table.getByRole("checkbox", { name: "Choose Regulars" }).click()
    await main.getByRole("button", { name: "Tags…" }).click()
    await dialog.getByRole("group", { name: "Tags" }).getByRole("button").click()
    await page.getByRole("combobox", { name: "Tags" }).fill(folder.toLowerCase())
    await page.getByRole("option", { name: `Add “${folder.toLowerCase()}”` }).click()
    await page.keyboard.press("Escape")
    await accessible(page, "[role=dialog]")
    await dialog.getByRole("button", { name: "Save" }).click()
    await table.getByText(folder.toLowerCase(), { exact: true }).waitFor()
    await admin("/engage/segments")
    await main.getByRole("combobox", { name: "Tags" }).click()
    await page.getByRole("option", { name: folder.toLowerCase() }).click()
    await becomes(async () => (await table.getByRole("row").count()) - 1, 1)
    await shoot("67-segments-tag")
    await accessible(page)
  })

  await step("finds the segment by its folder, and in the archive", async () => {
    const table = main.getByRole("table", { name: "Segments" })
    const inFolder = async () => (await table.getByRole("row").count()) - 1
    await admin("/engage/segments")
    await main.getByRole("combobox", { name: "Folder" }).click()
    await page.getByRole("option", { name: folder }).click()
    await becomes(inFolder, 1)
    await shoot("68-segments-folder")
    await admin(`/engage/segments/${made.segment}`)
    await main.getByRole("button", { name: "More actions" }).click()
    await page.getByRole("menuitem", { name: "Archive" }).click()
    await main.getByText("Archived", { exact: true }).waitFor()
    await admin(`/engage/segments?folder=${encodeURIComponent(folder)}`)
    await main.getByText("Nothing found here").waitFor()
    await shoot("69-segments-folder-empty")
    await main.getByRole("switch", { name: "Show archived" }).click()
    await becomes(inFolder, 1)
    await accessible(page)
  })
}
