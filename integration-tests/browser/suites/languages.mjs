import assert from "node:assert/strict"
import { accessible, becomes } from "../support/expect.mjs"

/** One message in two languages: written, shown to those who read each, checked, and tested. */
export default async function languages({ page, step, shoot, admin, rows }) {
  const main = page.getByRole("main")
  const dialog = page.getByRole("dialog")
  const switcher = dialog.getByRole("group", { name: "Languages" })
  const canvas = dialog.getByRole("region", { name: "The message" })
  const saved = () => dialog.getByText("Saved", { exact: true }).waitFor()
  const id = () => /templates\/(tmpl_[^/]+)/.exec(page.url())[1]
  const stored = async () => {
    const [row] = await rows("select subject, languages from engage_template where id = $1", [id()])
    return [row.subject, row.languages.map((one) => [one.language, one.subject])]
  }
  const writeSubject = async (text) => {
    await dialog.getByRole("tab", { name: "Subject and text" }).click()
    await dialog.getByLabel("Subject", { exact: true }).fill(text)
    await saved()
  }

  await step("begins a language with a copy of the default", async () => {
    await admin("/engage/templates/create")
    await main.getByRole("button", { name: "Best sellers", exact: true }).click()
    await page.waitForURL(/\/templates\/tmpl_[^/]+\/edit$/)
    await canvas.waitFor()
    await saved()
    await writeSubject("Everybody's favourites")
    await dialog.getByRole("button", { name: "Add language" }).click()
    await page.getByRole("combobox", { name: "Add language" }).fill("german")
    await shoot("90-add-language")
    await page.getByRole("option", { name: "German", exact: false }).first().click()
    await switcher.getByRole("button", { name: "German", pressed: true }).waitFor()
    await becomes(
      () => dialog.getByLabel("Subject", { exact: true }).inputValue(),
      "Everybody's favourites"
    )
    await writeSubject("Was alle lieben")
    assert.deepEqual(await stored(), ["Everybody's favourites", [["de", "Was alle lieben"]]])
  })

  await step("keeps the blocks of each language apart", async () => {
    await dialog.getByRole("tab", { name: "Design" }).click()
    const text = canvas.locator('[data-block="text"]').first()
    await text.click()
    await dialog.getByRole("textbox", { name: "Text" }).press("Control+End")
    await page.keyboard.type(" Bis bald!")
    await saved()
    await shoot("91-german-design")
    await switcher.getByRole("button", { name: "Default" }).click()
    await canvas.waitFor()
    await canvas.getByText("Bis bald!").waitFor({ state: "detached" })
    await switcher.getByRole("button", { name: "German" }).click()
    await canvas.getByText("Bis bald!").waitFor()
  })

  await step("is accessible: languages", () => accessible(page, "[role=dialog]"))

  await step("shows a customer the language that they read, and says which", async () => {
    await dialog.getByRole("tab", { name: "Preview" }).click()
    const subject = dialog.getByRole("tabpanel", { name: "Preview" })
    await subject.getByText("Was alle lieben").waitFor()
    await subject.getByText("In German", { exact: true }).waitFor()
    const [reader] = await rows(
      "select email from engage_profile where language = 'de' and removed_at is null and email is not null order by id limit 1"
    )
    const pick = async (email) => {
      await subject.getByRole("button", { name: "Show as this person" }).click()
      await page.getByRole("combobox", { name: "Show as this person" }).fill(email)
      await page.getByRole("option").filter({ hasText: email }).first().click()
    }
    assert.ok(reader, "somebody in the demo reads German")
    await pick(reader.email)
    await subject.getByText("Reads German", { exact: true }).waitFor()
    await subject.getByText("Was alle lieben").waitFor()
    const [other] = await rows(
      "select email from engage_profile where coalesce(language, '') not like 'de%' and removed_at is null and email is not null order by id limit 1"
    )
    await pick(other.email)
    await subject.getByText("Everybody's favourites").waitFor()
    await shoot("92-preview-default")
  })

  await step("checks every language, and tells how many get which", async () => {
    await dialog.getByRole("tab", { name: "Check" }).click()
    await dialog
      .getByText(/Who gets which language, of 100 people: German \d+, Default \d+$/)
      .waitFor()
    await shoot("93-check-languages")
  })

  await step("removes a language, and takes that back", async () => {
    await dialog.getByRole("button", { name: "German: more" }).click()
    await page.getByRole("menuitem", { name: "Remove language" }).click()
    await page.getByRole("alertdialog").getByRole("button", { name: "Remove" }).click()
    await becomes(async () => (await stored())[1].length, 0)
    await dialog.getByRole("button", { name: "Undo" }).click()
    await becomes(async () => (await stored())[1].length, 1)
  })
}
