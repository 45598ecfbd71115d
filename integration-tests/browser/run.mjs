/**
 * Walks the whole path in the built demo as a person would: from signing in to a purchase on a broadcast's report.
 *
 *   npm run test:browser [-- sign-in transfer]
 *
 * Screenshots of every step are in integration-tests/browser/screenshots/. With ENGAGE_BROWSER_DEMO_DIR a folder is kept
 * for the demo's data, which saves the seeding when the suites are run again.
 */
import pg from "pg"
import { clearScreenshots, openBrowser, settled, shoot } from "./support/browser.mjs"
import { startDemo } from "./support/demo.mjs"
import { makeSteps } from "./support/steps.mjs"

const SUITES = [
  "sign-in",
  "overview",
  "profiles",
  "profile",
  "segments",
  "templates",
  "editor",
  "languages",
  "broadcasts",
  "broadcasts-more",
  "outbox",
  "purchase",
  "report",
  "tracker",
  "transfer",
  "privacy",
  "deliverability",
  "channels",
  "push",
  "campaigns",
  "recipes",
  "abandoned-cart",
  "segments-more",
  "segments-contact",
  "drafts",
  "audiences",
  "quality",
  "interests",
  "webhooks",
  "errors",
  "dark",
]

const chosen = process.argv.slice(2)

/** What the suites share: the window, the shop, its database, and in `walk` what earlier steps have made. */
function makeTour(demo, browser, db, step) {
  const { page } = browser
  return {
    ...demo,
    ...browser,
    step,
    walk: {},
    /** Rows of a query on the shop's database. */
    rows: async (sql, params) => (await db.query(sql, params)).rows,
    /** Goes to a page of the admin, and waits until it has loaded. */
    admin: async (path) => {
      await page.goto(`${demo.url}/app${path}`)
      await page.getByRole("main").locator("h1, h2").first().waitFor({ timeout: 60_000 })
      await settled(page)
    },
    shoot: (name) => shoot(page, name),
  }
}

let browser
const steps = makeSteps({
  after: () => {
    const complaints = browser.complaints.splice(0)
    if (complaints.length) throw new Error(`errors in the console:\n${complaints.join("\n")}`)
  },
  onFailure: async (count) => {
    browser.complaints.splice(0)
    await shoot(browser.page, `failed-${count}`)
  },
})
const closing = []
// The demo, which hears Ctrl-C too, stops by itself.
process.on("SIGINT", () => process.exit(130))
// What a step waits for beside its clicks may fail first: that step fails, and the walk goes on.
process.on("unhandledRejection", (error) => steps.fail(error, "beside a step"))

try {
  clearScreenshots()
  const demo = await startDemo()
  closing.push(demo.stop)
  const db = new pg.Client({ connectionString: demo.databaseUrl })
  await db.connect()
  closing.push(() => db.end())
  browser = await openBrowser()
  closing.push(browser.close)
  const tour = makeTour(demo, browser, db, steps.step)
  for (const name of chosen.length ? chosen : SUITES) {
    console.log(name)
    const { default: suite } = await import(`./suites/${name}.mjs`)
    await suite(tour)
  }
} catch (error) {
  steps.fail(error)
} finally {
  for (const close of closing.reverse())
    await close().catch((error) => steps.fail(error, "closing"))
}
steps.finish()
