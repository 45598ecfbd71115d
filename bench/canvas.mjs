/**
 * How smooth the drawing of a large campaign is: the times between two frames while it is moved, zoomed, and while a step is
 * dragged over it, against a bare React Flow canvas with as many plain nodes moved in the same way. Needs a demo that runs, and
 * a machine that does nothing else: a headless browser draws without a graphics card.
 *
 * npm run bench:canvas -- --url http://localhost:9000 [--steps 300] [--seconds 5]
 */
import path from "node:path"
import { parseArgs } from "node:util"
import { build } from "vite"
import { openBrowser } from "../integration-tests/browser/support/browser.mjs"

const { values } = parseArgs({
  options: {
    url: { type: "string", default: "http://localhost:9000" },
    email: { type: "string", default: "admin@regency-gifts.example" },
    password: { type: "string", default: "engage-demo" },
    steps: { type: "string", default: "300" },
    seconds: { type: "string", default: "5" },
  },
})
const steps = Number(values.steps)
const seconds = Number(values.seconds)
/** Every so many steps a filter parts the way, which meets again behind the next. */
const FORK = 5

const browser = await openBrowser()
const { page } = browser
try {
  await signIn()
  const id = await makeCampaign()
  await page.goto(`${values.url}/app/engage/campaigns/${id}`)
  await page.locator(".react-flow__node").first().waitFor()
  const own = await measure("[data-palette-search] ~ * button[draggable], nav button[draggable]")
  await api("DELETE", `/campaigns/${id}`)
  await page.goto("about:blank")
  const { style, script } = await plainCanvas()
  await page.setContent(`<style>${style}</style><script>window.STEPS = ${steps}</script>`)
  await page.addScriptTag({ content: script, type: "module" })
  await page.locator(".react-flow__node").first().waitFor()
  const plain = await measure()
  console.table({ ...named("campaign", own), ...named("plain nodes", plain) })
} finally {
  await browser.close()
}

async function signIn() {
  await page.goto(`${values.url}/app/engage`)
  await page.getByPlaceholder("Email").fill(values.email)
  await page.getByPlaceholder("Password").fill(values.password)
  await page.getByRole("button", { name: "Continue with Email" }).click()
  await page.waitForURL(`${values.url}/app/engage`)
}

function api(method, path, body) {
  return page.evaluate(
    async ([how, where, said]) => {
      const answer = await fetch(`/admin/engage${where}`, {
        method: how,
        credentials: "include",
        headers: { "content-type": "application/json" },
        body: said && JSON.stringify(said),
      })
      return answer.json()
    },
    [method, path, body]
  )
}

/** A draft of waits, with a filter now and then whose ways meet again behind the step after it. */
async function makeCampaign() {
  const rules = {
    version: 1,
    root: {
      type: "group",
      op: "and",
      children: [{ type: "condition", attribute: "orders", operator: "gte", value: 2 }],
    },
  }
  const idOf = (i) => (i < steps ? `s${i}` : null)
  const stepAt = (i) =>
    i % FORK === 0
      ? { type: "filter", rules, next: { yes: idOf(i + 1), no: idOf(i + 2) } }
      : { type: "wait", for: { amount: 1, unit: "days" }, next: { next: idOf(i + 1) } }
  const graph = {
    version: 2,
    first: idOf(0),
    steps: Object.fromEntries(Array.from({ length: steps }, (_, i) => [idOf(i), stepAt(i)])),
  }
  const { campaign } = await api("POST", "/campaigns", { name: `Bench ${steps}` })
  const plan = { ...campaign.plan, trigger: { type: "order_placed" }, graph }
  const saved = await api("POST", `/campaigns/${campaign.id}`, { plan })
  if (!saved.campaign) throw new Error(saved.message)
  return campaign.id
}

/** @param palette - selector of something that can be dragged onto the drawing */
async function measure(palette) {
  const box = await page.locator(".react-flow__pane").first().boundingBox()
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  const moves = {
    pan: async (i) => {
      // Round and round, so that new steps come into sight all the time.
      await page.mouse.move(at.x + 200 * Math.sin(i / 9), at.y + 200 * Math.cos(i / 9))
    },
    zoom: async (i) => {
      await page.mouse.wheel(0, i % 40 < 20 ? 60 : -60)
    },
    drag: async (i) => {
      await page.mouse.move(at.x + 150 * Math.sin(i / 9), at.y + 150 * Math.cos(i / 9))
    },
  }
  const frames = {}
  await page.mouse.move(at.x, at.y + 200)
  await page.mouse.down()
  frames.pan = await framesWhile(moves.pan)
  await page.mouse.up()
  await page.mouse.move(at.x, at.y)
  frames.zoom = await framesWhile(moves.zoom)
  if (palette) {
    const from = await page.locator(palette).first().boundingBox()
    await page.mouse.move(from.x + 20, from.y + 10)
    await page.mouse.down()
    frames.drag = await framesWhile(moves.drag)
    await page.keyboard.press("Escape")
    await page.mouse.up()
  }
  return frames
}

/** The times between frames, in ms, while something is moved again and again. */
async function framesWhile(move) {
  await page.evaluate(() => {
    const seen = { times: [], going: true }
    window.frames_ = seen
    const look = (now) => {
      seen.times.push(now)
      if (seen.going) requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
  const end = Date.now() + seconds * 1_000
  for (let i = 0; Date.now() < end; i += 1) await move(i)
  const times = await page.evaluate(() => {
    window.frames_.going = false
    return window.frames_.times
  })
  return times
    .slice(1)
    .map((time, i) => time - times[i])
    .sort((a, b) => a - b)
}

function named(what, frames) {
  const at = (times, share) => Math.round(times[Math.floor((times.length - 1) * share)] * 10) / 10
  return Object.fromEntries(
    Object.entries(frames).map(([move, times]) => [
      `${what}: ${move}`,
      {
        frames: times.length,
        "median ms": at(times, 0.5),
        "95 % ms": at(times, 0.95),
        "longest ms": at(times, 1),
        "over 50 ms": times.filter((time) => time > 50).length,
      },
    ])
  )
}

/** The script and the style of the bare canvas. */
async function plainCanvas() {
  const { output } = await build({
    ...{ configFile: false, logLevel: "error", publicDir: false },
    define: { "process.env.NODE_ENV": '"production"' },
    build: {
      write: false,
      rollupOptions: { input: path.join(import.meta.dirname, "plain-canvas.mjs") },
    },
  })
  const style = output.find(({ fileName }) => fileName.endsWith(".css"))
  return { style: style.source, script: output.find(({ type }) => type === "chunk").code }
}
