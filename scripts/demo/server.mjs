/** The shop's server: one Medusa process that serves the admin, the storefront and both APIs, and runs the engines. */
import { setTimeout as sleep } from "node:timers/promises"
import { startMedusa, tail } from "./processes.mjs"
import { say } from "./progress.mjs"
import { DEMO } from "./settings.mjs"

const START_TIMEOUT_MS = 180_000

/**
 * Starts the server on this machine's loopback.
 * @param {number} port
 * @param {Record<string, string>} env
 * @param {{setServer: (pid: number) => void}} state
 */
export function startServer(port, env, state) {
  say(`starting the shop on port ${port} …`)
  const args = ["start", "--host", "localhost", "--port", String(port)]
  const server = startMedusa("server", args, { cwd: DEMO, env: { ...env, NODE_ENV: "production" } })
  state.setServer(server.pid)
  return server
}

/**
 * Waits until the server is healthy and the admin's page and its script load.
 * @param {string} url
 * @param {{ended: Promise<unknown>, log: string}} server
 * @throws {Error} when the server ends or is not usable in time
 */
export async function waitUntilUsable(url, server) {
  let ended = false
  server.ended.then(() => (ended = true))
  const deadline = Date.now() + START_TIMEOUT_MS
  while (Date.now() < deadline && !ended) {
    if ((await answers(`${url}/health`)) && (await adminLoads(url))) {
      return
    }
    await sleep(200)
  }
  throw new Error(
    `The shop's server did not start:\n${tail(server.log)}\nThe whole log: ${server.log}`
  )
}

async function adminLoads(url) {
  const page = await answers(`${url}/app`)
  const script = /<script[^>]+src="([^"]+)"/.exec(page ?? "")?.[1]
  return script !== undefined && (await answers(new URL(script, `${url}/app/`).href)) !== undefined
}

/** The body, or undefined while there is none. */
async function answers(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(10_000) })
    return response.ok ? await response.text() : undefined
  } catch {
    return undefined
  }
}
