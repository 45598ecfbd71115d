import assert from "node:assert/strict"
import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { accessible, becomes, reads } from "../support/expect.mjs"

const FILE = `E-mail,Given name,Surname,Town,Birthday
ada.import@example.com,Ada,Import,Leeds,1985-05-17
not an address,Bad,Row,York,
bo.import@example.com,Bo,Import,Bath,03/04/1990
cy.import@example.com,Cy,Import,Bristol,
`

/** A file of people: mapped, checked, imported, looked at and undone; and everybody taken out again. */
export default async function transfer({ page, step, shoot, admin, rows }) {
  const main = page.getByRole("main")
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "engage-import-"))
  const file = path.join(folder, "old-list.csv")
  fs.writeFileSync(file, FILE)
  const imported = async () =>
    (await rows(`select count(*)::int as n from engage_profile where source = 'import'`))[0].n

  await step("offers to bring the first file in", async () => {
    await admin("/engage/imports")
    await main.getByText("No imports yet").waitFor()
    await shoot("40-imports-empty")
  })

  await step("reads a file and knows most of its columns", async () => {
    await main.getByRole("button", { name: "Import a file" }).click()
    const dialog = page.getByRole("dialog")
    await dialog.getByLabel("File", { exact: true }).setInputFiles(file)
    await shoot("41-import-upload")
    await accessible(page)
    await dialog.getByRole("button", { name: "Upload" }).click()
    await main.getByRole("heading", { name: "old-list.csv" }).waitFor()
    await reads(main.getByRole("combobox", { name: "E-mail" }), "E-mail")
    await reads(main.getByRole("combobox", { name: "First name" }), "Given name")
    await reads(main.getByRole("combobox", { name: "Last name" }), "Surname")
  })

  await step("maps the column it does not know", async () => {
    await main.getByRole("button", { name: "Show all fields" }).click()
    await main.getByRole("combobox", { name: "City" }).click()
    await page.getByRole("option", { name: "Town" }).click()
    await main.getByRole("button", { name: "Save" }).click()
    await page.getByText("Columns saved").waitFor()
    await shoot("42-import-mapping")
  })

  await step("is accessible: import", () => accessible(page))

  await step("says what would happen before anything is written", async () => {
    await main.getByRole("button", { name: "Check" }).click()
    await main.getByRole("heading", { name: "What would happen" }).waitFor()
    await main.getByRole("tab", { name: "New 2" }).waitFor()
    await main.getByRole("tab", { name: "Refused 2" }).click()
    await main.getByText("may be two days").waitFor()
    assert.equal(await imported(), 0)
    await shoot("43-import-checked")
  })

  await step("imports the good rows", async () => {
    await main.getByRole("button", { name: "Import", exact: true }).click()
    const dialog = page.getByRole("alertdialog")
    await dialog.getByText("2 rows will be left out").waitFor()
    await dialog.getByRole("button", { name: "Import" }).click()
    await main.getByText("Done", { exact: true }).waitFor()
    await becomes(imported, 2)
    await shoot("44-import-done")
  })

  await step("shows the new people like everybody", async () => {
    await admin("/engage/profiles?q=ada.import@example.com")
    await main.getByRole("link", { name: /Ada Import/ }).waitFor()
  })

  await step("takes the import back", async () => {
    await admin("/engage/imports")
    await shoot("45-imports")
    await main.getByRole("link", { name: "old-list.csv" }).click()
    await main.getByRole("button", { name: "Undo" }).click()
    await page.getByRole("alertdialog").getByRole("button", { name: "Undo" }).click()
    await main.getByText("Undone", { exact: true }).waitFor()
    await becomes(imported, 0)
  })

  await step("exports everybody as a file", async () => {
    await admin("/engage/imports")
    await main.getByRole("button", { name: "Export" }).click()
    const dialog = page.getByRole("dialog")
    await shoot("46-export")
    await accessible(page)
    const download = page.waitForEvent("download", { timeout: 60_000 })
    await dialog.getByRole("button", { name: "Download" }).click()
    const saved = path.join(folder, "out.csv")
    await (await download).saveAs(saved)
    const lines = fs.readFileSync(saved, "utf8").trimEnd().split("\n")
    const [{ n }] = await rows(
      `select count(*)::int as n from engage_profile where removed_at is null`
    )
    assert.equal(lines.length, n + 1)
    assert.match(lines[0], /^\uFEFFprofile_id,email,phone/)
    await page.getByRole("tab", { name: "Exports" }).click()
    await main.getByRole("cell", { name: "People" }).first().waitFor()
    await shoot("47-exports")
  })

  await step("is accessible: exports", () => accessible(page))
  fs.rmSync(folder, { recursive: true })
}
