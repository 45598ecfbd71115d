import { createServer } from "node:http"
import { accessible, becomes, reads } from "../support/expect.mjs"

/** Tells another system, which runs on this machine, and shows what it was told. */
export default async function webhooks({ page, step, shoot, admin }) {
  const main = page.getByRole("main")
  const dialog = page.getByRole("dialog")
  const state = () => main.getByRole("heading", { level: 1 }).locator("xpath=..")
  const more = async (action) => {
    await main.getByRole("button", { name: "More actions" }).click()
    await page.getByRole("menuitem", { name: action }).click()
  }
  let status = 200
  const server = createServer((req, res) => {
    req.resume().on("end", () => res.writeHead(status).end(`{"answer":${status}}`))
  })
  await new Promise((done) => server.listen(0, "127.0.0.1", done))
  const url = `http://127.0.0.1:${server.address().port}/hooks`

  try {
    await step("adds a webhook and sees its secret once", async () => {
      await admin("/settings/engage")
      await main.getByRole("link", { name: "Manage webhooks" }).click()
      await main.getByText("No webhooks yet").waitFor()
      await accessible(page)
      await main.getByRole("button", { name: "New webhook" }).click()
      await dialog.getByLabel("Address").fill(url)
      await dialog.getByLabel("Note").fill("CRM")
      await dialog.getByRole("checkbox", { name: "All of People" }).click()
      await dialog.getByRole("checkbox", { name: "Link clicked" }).click()
      await shoot("100-webhook-new")
      await accessible(page, "[role=dialog]")
      await dialog.getByRole("button", { name: "New webhook" }).click()
      await dialog.getByText(/^whsec_/).waitFor()
      await accessible(page, "[role=dialog]")
      await dialog.getByRole("link", { name: "Open it" }).click()
      await reads(main.getByRole("heading", { level: 1 }), "CRM")
      await main.getByText("Nothing has been sent").waitFor()
    })

    await step("tries it, and sees what was sent and answered", async () => {
      const test = () => main.getByRole("button", { name: "Send a test" }).click()
      await test()
      await page.getByText("It took the test (200)").waitFor()
      status = 500
      await test()
      await page.getByText("The test failed: It answered 500").waitFor()
      const rows = main.getByRole("table", { name: "Calls" }).locator("tbody tr")
      await becomes(
        () => rows.locator("td:nth-child(3)").allInnerTexts(),
        ["Given up · 500", "Taken · 200"]
      )
      await reads(state().getByText("Calls fail"), "Calls fail")
      await shoot("101-webhook")
      await accessible(page)
      await rows.first().getByRole("button").click()
      await dialog.getByText('{"answer":500}').waitFor()
      await shoot("102-webhook-call")
      await accessible(page, "[role=dialog]")
      status = 200
      await dialog.getByRole("button", { name: "Send again" }).click()
      await dialog.getByText('{"answer":200}').waitFor()
      await dialog.getByRole("button", { name: "Close" }).last().click()
    })

    await step("pauses it, lets it go on, and deletes it", async () => {
      await more("Pause")
      await main.getByText("Nothing is sent.").waitFor()
      await accessible(page)
      await more("Let it go on")
      await reads(state().getByText("Works"), "Works")
      await more("Delete")
      await page.getByRole("alertdialog").getByRole("button", { name: "Delete" }).click()
      await main.getByText("No webhooks yet").waitFor()
    })
  } finally {
    server.close()
  }
}
