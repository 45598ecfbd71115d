import { ruleBuilder } from "../support/builder.mjs"
import { becomes } from "../support/expect.mjs"

const STUMBLED = "The shop stumbled over this."
/** Both ways in which an answer stays away, with what is said then. */
const FAILURES = [
  {
    name: "answers with an error",
    fail: (route) =>
      route.fulfill({ status: 500, json: { type: "unknown_error", message: STUMBLED } }),
    words: STUMBLED,
  },
  {
    name: "cannot be reached",
    fail: (route) => route.abort("connectionrefused"),
    words: "The server did not answer. Check that the shop is running, then try again.",
  },
]

/** What a list, a page and a live count say when the shop does not answer, and that their one next step helps. */
export default async function errors({ page, step, shoot, complaints }) {
  const main = page.getByRole("main")
  const alert = main.getByRole("alert").filter({ hasText: "This could not be loaded" })

  /** Opens something while an address fails, reads what is said, and tries again when the address answers. */
  async function fails({ fail, words }, address, { open, shows, picture }) {
    await page.route(address, fail)
    await open()
    await alert.getByText(words, { exact: true }).waitFor({ timeout: 60_000 })
    await becomes(() => alert.getByRole("button").allInnerTexts(), ["Try again"])
    if (picture) await shoot(picture)
    await page.unroute(address, fail)
    await alert.getByRole("button", { name: "Try again" }).click()
    await shows().waitFor()
    await alert.waitFor({ state: "detached" })
    // The browser notes what was made to fail, and nothing else.
    const forced = /status of 500|ERR_CONNECTION_REFUSED/
    complaints.splice(0, Infinity, ...complaints.filter((text) => !forced.test(text)))
  }
  const go = (path) => page.goto(new URL(`/app/engage${path}`, page.url()).href)

  for (const [no, failure] of FAILURES.entries()) {
    await step(`says on a list that the shop ${failure.name}`, () =>
      fails(failure, /\/admin\/engage\/profiles\?/, {
        open: () => go("/profiles"),
        shows: () => main.getByRole("table").getByRole("link").first(),
        picture: `90-error-list-${no}`,
      })
    )

    await step(`says on a person's page that the shop ${failure.name}`, async () => {
      const path = await main.getByRole("table").getByRole("link").first().getAttribute("href")
      const id = path.split("/").pop()
      await fails(failure, new RegExp(`/admin/engage/profiles/${id}(\\?|$)`), {
        open: () => go(`/profiles/${id}`),
        shows: () => main.getByRole("tab", { name: "Timeline" }),
      })
    })

    await step(`says beside a live count that the shop ${failure.name}`, () => {
      const builder = ruleBuilder(page)
      return fails(failure, /\/admin\/engage\/segments\/preview/, {
        open: async () => {
          await go("/segments/create")
          await builder.addAtLeast("orders", /^Orders/, "1")
        },
        shows: () => builder.count,
      })
    })
  }
}
