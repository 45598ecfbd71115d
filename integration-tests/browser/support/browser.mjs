/** Chromium with a profile of its own, a watch over the console, and screenshots. */
import { execFileSync } from "node:child_process"
import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { fileURLToPath } from "node:url"
import { chromium } from "playwright-core"
import { slowDown } from "./slow.mjs"

const SCREENSHOTS = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../screenshots")
const WINDOW = { width: 1440, height: 900 }
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
]
const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]

/** What the dashboard itself writes to the console, on any page and without the plugin. */
const HARMLESS = [
  // Before signing in, the dashboard asks who is signed in.
  /status of 401 .* \/admin\/users\/me$/,
  // The order page nests a <div> in a <p>.
  /validateDOMNesting[^]*\/assets\/order-detail-/,
  // The customer page fetches flags from a public CDN, which a machine without internet does not reach.
  /ERR_\w+ \/gh\/lipis\/flag-icons\//,
]

/**
 * Opens a browser window of 1440 × 900.
 * @returns {Promise<{context: import("playwright-core").BrowserContext, page: import("playwright-core").Page,
 *   complaints: string[], close: () => Promise<void>}>} `complaints` collects the console's errors of every page
 * @throws {Error} when there is no Chromium
 */
export async function openBrowser() {
  const executablePath =
    process.env.CHROMIUM_PATH ?? PLACES.find((candidate) => fs.existsSync(candidate))
  if (!executablePath) {
    throw new Error("Chromium is missing: apt-get install chromium, or set CHROMIUM_PATH")
  }
  const version = `${/\d+/.exec(execFileSync(executablePath, ["--version"], { encoding: "utf8" }))}.0.0.0`
  // A person's browser: one that says "HeadlessChrome" counts as a scanner, as it should.
  const userAgent = `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${version} Safari/537.36`
  const userData = fs.mkdtempSync(path.join(os.tmpdir(), "engage-browser-"))
  const context = await chromium.launchPersistentContext(userData, {
    executablePath,
    // As a flag too: what a page sends while it is left does not know of the context's setting.
    args: [...FLAGS, `--user-agent=${userAgent}`],
    headless: true,
    viewport: WINDOW,
    userAgent,
    locale: "en-GB",
    timezoneId: "Europe/London",
  })
  // Only what fails takes that long: a machine may be busy with other things.
  context.setDefaultTimeout(30_000)
  const complaints = []
  const page = context.pages()[0]
  context.on("page", (opened) => watch(opened, complaints))
  watch(page, complaints)
  const seed = process.env.ENGAGE_BROWSER_SLOW
  if (seed) await slowDown(context, seed)
  const close = async () => {
    await context.close()
    fs.rmSync(userData, { recursive: true, force: true })
  }
  return { context, page, complaints, close }
}

function watch(page, complaints) {
  const note = (text) => {
    if (!HARMLESS.some((known) => known.test(text))) complaints.push(`${page.url()}: ${text}`)
  }
  page.on("pageerror", (error) => note(`uncaught ${error.stack ?? error.message}`))
  page.on("console", (message) => {
    if (message.type() !== "error") return
    const from = message.location().url
    note(`${message.text()} ${from ? new URL(from).pathname : ""}`)
  })
}

/** Empties the folder of screenshots. */
export function clearScreenshots() {
  fs.rmSync(SCREENSHOTS, { recursive: true, force: true })
  fs.mkdirSync(SCREENSHOTS, { recursive: true })
}

/**
 * Waits until nothing on the page loads or moves any more.
 * @param {import("playwright-core").Page} page
 */
export async function settled(page) {
  await page.waitForFunction(
    () =>
      !document.querySelector('[aria-busy="true"], .animate-pulse, .animate-spin') &&
      document.getAnimations().every(({ playState }) => playState !== "running")
  )
  await page.waitForTimeout(200)
}

/**
 * Saves what the page shows. The dashboard scrolls inside of itself, so the window grows to the height of the content.
 * @param {import("playwright-core").Page} page
 * @param {string} name of the file, without its ending
 */
export async function shoot(page, name) {
  await settled(page)
  const height = await page.evaluate(() => {
    let hidden = 0
    for (let box = document.querySelector("main h1, main h2"); box; box = box.parentElement) {
      const scrolls = /auto|scroll/.test(getComputedStyle(box).overflowY) || !box.parentElement
      if (scrolls) hidden = Math.max(hidden, box.scrollHeight - box.clientHeight)
    }
    return hidden
  })
  await page.setViewportSize({ ...WINDOW, height: WINDOW.height + Math.min(height, 1800) })
  await page.screenshot({
    path: path.join(SCREENSHOTS, `${name}.png`),
    animations: "disabled",
  })
  await page.setViewportSize(WINDOW)
}
