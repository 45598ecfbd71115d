/** Waiting for exact values, and the accessibility check. */
import assert from "node:assert/strict"
import { setTimeout as sleep } from "node:timers/promises"
import { isDeepStrictEqual } from "node:util"
import axe from "axe-core"
import { settled } from "./browser.mjs"

/**
 * Waits until `read` gives exactly the wanted value. What fails while it reads is tried again too.
 * @template T
 * @param {() => Promise<T>} read
 * @param {T} wanted
 * @param {{what?: string, timeout?: number}} [options] ms
 * @throws {Error} with the last value, or as reading failed last
 */
export async function becomes(read, wanted, { what, timeout = 30_000 } = {}) {
  const deadline = Date.now() + timeout
  for (;;) {
    try {
      const last = await read()
      assert.deepEqual(last, wanted, what && `${what}: ${JSON.stringify(last)} is not as wanted`)
      return
    } catch (error) {
      if (Date.now() >= deadline) throw error
      await sleep(100)
    }
  }
}

/** Waits until an element's visible text is exactly this. */
export const reads = (locator, wanted, options) =>
  becomes(
    async () => ((await locator.count()) === 1 ? (await locator.innerText()).trim() : undefined),
    wanted,
    { what: String(locator), ...options }
  )

/**
 * Where something is once it stands still: what loads above it, and what is drawn anew, moves it.
 * @param {import("playwright-core").Locator} locator
 * @returns {Promise<{x: number, y: number, width: number, height: number}>} in the window
 */
export async function placeOf(locator) {
  await settled(locator.page())
  let place = await locator.boundingBox()
  await becomes(
    async () => {
      const before = place
      await sleep(200)
      place = await locator.boundingBox()
      return place !== null && isDeepStrictEqual(place, before)
    },
    true,
    { what: `${locator} stands still` }
  )
  return place
}

/** A whole number as the admin writes it. */
export const number = (value) => value.toLocaleString("en-US")

/** Minor units of pounds as the admin writes them. */
export const pounds = (minor) =>
  (minor / 100).toLocaleString("en-US", { style: "currency", currency: "GBP" })

/** Parts of Medusa's own components: the search field's magnifier and the drawer's closing cross have no name. */
const FOREIGN = [
  ['div[role="img"]:has(~ input[type="search"])'],
  ['input[type="search"] ~ div[role="img"]'],
  ['[role="dialog"] kbd + button'],
]

/**
 * Checks the page's own content, and not the dashboard's frame around it, with axe.
 * @param {import("playwright-core").Page} page
 * @param {string} [within] selector of what to check
 * @throws {assert.AssertionError} naming each serious or critical violation with its elements
 */
export async function accessible(page, within = "main") {
  await settled(page)
  await page.evaluate(axe.source)
  const found = await page.evaluate(
    async ([selector, foreign]) => {
      const { violations } = await globalThis.axe.run(
        { include: [selector], exclude: foreign },
        {
          resultTypes: ["violations"],
          iframes: false,
          // An experiment of axe: it wants figures of a cell repeated without the words that make them understood.
          rules: { "label-content-name-mismatch": { enabled: false } },
        }
      )
      return violations
        .filter(({ impact }) => impact === "serious" || impact === "critical")
        .flatMap(({ id, nodes }) =>
          nodes.map(({ html, failureSummary }) => {
            const advice = failureSummary.split("\n").slice(1).join(" ").trim()
            return `${id}: ${advice}\n    ${html.slice(0, 200)}`
          })
        )
    },
    [within, FOREIGN]
  )
  assert.ok(found.length === 0, `${page.url()} has ${found.length}:\n  ${found.join("\n  ")}`)
}
