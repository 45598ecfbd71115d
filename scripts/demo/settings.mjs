/** Where the demo's parts are, and its fixed settings. */
import path from "node:path"
import { fileURLToPath } from "node:url"

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..")
export const DEMO = path.join(ROOT, "demo")
export const DEFAULT_DIR = path.join(ROOT, ".demo")
/** Well known, because the demo listens on this machine only. */
export const ADMIN = { email: "admin@regency-gifts.example", password: "engage-demo" }

/**
 * Refuses a Node that Medusa does not run on.
 * @throws {Error} naming the versions that do
 */
export function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number)
  if (!((major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22)) {
    throw new Error(
      `Node ${process.versions.node} is too old: install Node 20.19 or later, or 22.12 or later`
    )
  }
}

/**
 * A whole number given on the command line.
 * @param {string} name for the message
 * @param {string | undefined} text
 * @param {number} otherwise when nothing was given
 * @throws {Error} when it is no whole number
 */
export function readCount(name, text, otherwise) {
  if (text === undefined || text === "") {
    return otherwise
  }
  if (!/^\d{1,8}$/.test(text)) {
    throw new Error(`${name} must be a whole number, not "${text}"`)
  }
  return Number(text)
}
