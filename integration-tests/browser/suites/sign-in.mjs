import { reads } from "../support/expect.mjs"

/** Signs in as the demo's line "ready: …" says. */
export default async function signIn({ page, step, shoot, url, email, password }) {
  await step("signs in with the address and password the demo printed", async () => {
    await page.goto(`${url}/app/engage`)
    await page.getByPlaceholder("Email").fill(email)
    await page.getByPlaceholder("Password").fill(password)
    await shoot("01-sign-in")
    await page.getByRole("button", { name: "Continue with Email" }).click()
    await page.waitForURL(`${url}/app/engage`)
    await reads(page.getByRole("main").getByRole("heading", { level: 1 }), "Overview")
  })

  await step("finds Engage and its pages in the sidebar", async () => {
    const sidebar = page.getByRole("complementary")
    for (const name of ["Engage", "Profiles", "Segments", "Broadcasts", "Templates", "Outbox"]) {
      await sidebar.getByRole("link", { name, exact: true }).waitFor()
    }
  })
}
