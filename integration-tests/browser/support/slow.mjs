/** The shop as from afar, to find what does not wait. */
import { setTimeout as sleep } from "node:timers/promises"
import { randomOf } from "../../../demo/seed/random.mjs"

/**
 * Holds back each request of the admin and of the storefront for a random time: mostly up to a fifth of a second, of ten
 * one for up to one and a half. What a suite routes itself is its own.
 * @param {import("playwright-core").BrowserContext} context
 * @param {string} seed the same one gives the same row of times
 */
export async function slowDown(context, seed) {
  console.log(`slow: ENGAGE_BROWSER_SLOW=${seed} repeats it`)
  const { chance, int } = randomOf(seed)
  await context.route(/^https?:\/\/[^/]+\/(admin|store)\//, async (route) => {
    await sleep(chance(0.1) ? int(500, 1_500) : int(0, 200))
    // The page may have gone meanwhile.
    await route.fallback().catch(() => {})
  })
}
