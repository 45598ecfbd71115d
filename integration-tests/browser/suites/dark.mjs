import { accessible, reads } from "../support/expect.mjs"

/** The main pages again in the dark. */
export default async function dark({ page, step, shoot, admin, walk }) {
  const pages = [
    ["overview", "/engage", "Overview"],
    ["profiles", "/engage/profiles", "Profiles"],
    ["segments", "/engage/segments", "Segments"],
    ["segment", `/engage/segments/${walk.grown}`, "Grown-ups by SMS"],
    ["segment-builder", `/engage/segments/${walk.grown}/edit`, "Edit segment"],
    ["templates", "/engage/templates", "Templates"],
    ["template-editor", `/engage/templates/${walk.template}`, "A gift for you"],
    ["report", `/engage/broadcasts/${walk.broadcast}`, "Our favourite, for subscribers"],
    ["outbox", "/engage/messages", "Outbox"],
    ["campaigns", "/engage/campaigns", "Campaigns"],
    ["calendar", "/engage/calendar", "Calendar"],
    ["policy", "/engage/policy", "Contact policy"],
    ["deliverability", "/engage/deliverability", "Deliverability"],
    ["files", "/engage/templates/files", "Files"],
    ["imports", "/engage/imports", "Import and export"],
    ["settings", "/settings/engage", "Engage"],
  ]

  await step("turns dark", async () => {
    await page.evaluate(() => localStorage.setItem("medusa_admin_theme", "dark"))
    await admin("/engage")
    await page.locator("html.dark").waitFor()
  })

  for (const [name, path, title] of pages) {
    await step(`is readable in the dark: ${name}`, async () => {
      await admin(path)
      await reads(page.getByRole("main").getByRole("heading", { level: 1 }).first(), title)
      await shoot(`dark-${name}`)
      await accessible(page)
    })
  }
}
