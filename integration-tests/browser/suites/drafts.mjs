import assert from "node:assert/strict"
import { ruleBuilder } from "../support/builder.mjs"
import { accessible, becomes, reads } from "../support/expect.mjs"

/** A segment that is not saved survives its tab, and changes nothing until it is saved. */
export default async function drafts({ context, page, step, shoot, admin, rows, complaints }) {
  const builder = ruleBuilder(page)
  const { main } = builder
  const name = `Kept ${Date.now().toString(36)}`
  const value = main.getByRole("textbox", { name: "Value" })
  const notice = main.getByRole("list", { name: "Not saved yet" })
  const kept = main.getByText("Draft kept in this browser. Nothing changes until you save.")
  const made = {}
  const stored = async () => {
    const [row] = await rows("select version, rules from engage_segment where id = $1", [made.id])
    return [row.version, row.rules.root.children[0].value]
  }

  await step("keeps a new segment that was not saved, and goes on with it", async () => {
    await admin("/engage/segments/create")
    await main.getByLabel("Name", { exact: true }).fill(name)
    await builder.addAtLeast("orders", /^Orders: Number/, "2")
    await kept.waitFor()
    await admin("/engage/segments")
    const row = notice.getByRole("listitem").filter({ hasText: `“${name}” is not saved yet` })
    await row.waitFor()
    await shoot("67-drafts-list")
    await accessible(page)
    await row.getByRole("link", { name: "Go on" }).click()
    await becomes(() => value.inputValue(), "2")
    await becomes(() => main.getByLabel("Name", { exact: true }).inputValue(), name)
    await row.waitFor({ state: "detached" })
    made.id = await builder.save()
    assert.deepEqual(await stored(), [1, 2])
    await admin("/engage/segments")
    await main.getByRole("link", { name }).first().waitFor()
    await row.waitFor({ state: "detached" })
  })

  await step("keeps a change, which does not go live, through a reload", async () => {
    await admin(`/engage/segments/${made.id}/edit`)
    await value.fill("3")
    await kept.waitFor()
    await page.reload()
    await notice
      .getByText("You have changes to this segment that are not saved")
      .waitFor({ timeout: 60_000 })
    await becomes(() => value.inputValue(), "2")
    assert.deepEqual(await stored(), [1, 2])
    await shoot("67-draft-edit")
    await notice.getByRole("button", { name: "Go on" }).click()
    await becomes(() => value.inputValue(), "3")
    await notice.waitFor({ state: "detached" })
    await main.getByRole("button", { name: "Undo" }).click()
    await becomes(() => value.inputValue(), "2")
    await main.getByRole("button", { name: "Redo" }).click()
    await becomes(() => value.inputValue(), "3")
  })

  await step(
    "tells when another tab has saved meanwhile, and saves over it only if that is meant",
    async () => {
      const other = await context.newPage()
      const there = other.getByRole("main")
      await other.goto(page.url())
      await there.getByRole("textbox", { name: "Value" }).fill("4", { timeout: 60_000 })
      await there.getByRole("button", { name: "Save", exact: true }).click()
      await other.waitForURL((url) => url.pathname.endsWith(made.id))
      await other.close()
      assert.deepEqual(await stored(), [2, 4])
      await main.getByRole("button", { name: "Save", exact: true }).click()
      const dialog = page.getByRole("alertdialog")
      await dialog.getByText("Another rule was saved meanwhile").waitFor()
      await shoot("67-draft-conflict")
      await dialog.getByRole("button", { name: "Keep editing" }).click()
      assert.deepEqual(await stored(), [2, 4])
      await admin(`/engage/segments/${made.id}`)
      await notice.getByText("Another rule was saved since").waitFor()
      await shoot("67-draft-page")
      await notice.getByRole("link", { name: "Go on" }).click()
      await becomes(() => value.inputValue(), "3")
      await main.getByRole("button", { name: "Save", exact: true }).click()
      await dialog.getByRole("button", { name: "Save mine" }).click()
      await page.waitForURL((url) => url.pathname.endsWith(made.id))
      await becomes(stored, [3, 3])
      // The browser notes each refusal.
      const refused = /status of 409 .*\/admin\/engage\/segments\//
      complaints.splice(0, Infinity, ...complaints.filter((text) => !refused.test(text)))
      await reads(main.getByRole("heading", { level: 1 }), name)
      await notice.waitFor({ state: "detached" })
    }
  )

  await step("throws a change away when it is cancelled", async () => {
    await admin(`/engage/segments/${made.id}/edit`)
    await value.fill("9")
    await kept.waitFor()
    await main.getByRole("button", { name: "Cancel" }).click()
    await page.getByRole("alertdialog").getByRole("button", { name: "Discard" }).click()
    await page.waitForURL((url) => url.pathname.endsWith(made.id))
    await reads(main.getByRole("heading", { level: 1 }), name)
    await notice.waitFor({ state: "detached" })
    assert.deepEqual(await stored(), [3, 3])
  })
}
