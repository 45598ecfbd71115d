import { accessible, becomes, reads } from "../support/expect.mjs"

/** What people are interested in: the map, its settings, and one person's, in the light and in the dark. */
export default async function interests({ page, step, shoot, admin, rows }) {
  const main = page.getByRole("main")
  const theme = async (name) => {
    await page.evaluate((value) => localStorage.setItem("medusa_admin_theme", value), name)
  }

  await step("shows the map of interests, and makes a segment of a tile", async () => {
    await admin("/engage/interests")
    await reads(main.getByRole("heading", { level: 1 }), "Interests")
    const tiles = main.locator("ul.relative a")
    await tiles.first().waitFor()
    await shoot("87-interests")
    await accessible(page)
    await main.getByRole("button", { name: "How it is counted" }).click()
    await page.getByRole("dialog").getByLabel("Ordered").waitFor()
    await shoot("88-interest-settings")
    await accessible(page, '[role="dialog"]')
    await page.keyboard.press("Escape")
    const [people] = /[\d,]+(?= (people|person))/.exec(await tiles.first().innerText())
    await tiles.first().click()
    await page.waitForURL(/\/engage\/segments\/create/)
    await main.getByText("Matching people, as of now.").waitFor()
    await becomes(() => main.getByText(people, { exact: true }).count().then(Boolean), true)
  })

  await step("shows what one person likes", async () => {
    const [person] = await rows(
      `select p.email from engage_interest i join engage_profile p on p.id = i.profile_id
       where p.removed_at is null and p.email_status = 'valid'
       group by p.id, p.email order by count(*) desc, p.email limit 1`
    )
    await admin(`/engage/profiles?q=${encodeURIComponent(person.email)}`)
    await main.getByRole("row").nth(1).getByRole("link").first().click()
    await main.getByRole("heading", { name: "Interests" }).scrollIntoViewIfNeeded()
    await shoot("89-profile-interests")
    await accessible(page)
  })

  await step("is readable in the dark", async () => {
    await theme("dark")
    await admin("/engage/interests")
    await page.locator("html.dark").waitFor()
    await shoot("dark-interests")
    await accessible(page)
    await admin("/engage/quality")
    await shoot("dark-quality")
    await accessible(page)
    for (const view of ["rules", "typos", "runs"]) {
      await admin(`/engage/quality?view=${view}`)
      await shoot(`dark-quality-${view}`)
      await accessible(page)
    }
    await theme("light")
    await admin("/engage")
    await page.locator("html:not(.dark)").waitFor()
  })
}
