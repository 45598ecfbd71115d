/**
 * Builds the plugin and its storefront scripts into .medusa/server, as they are published.
 *
 *   npm run build [-- --if-changed]
 *
 * With --if-changed it does nothing when the last build was made of the same sources and packages.
 */
import { spawnSync } from "node:child_process"
import { createRequire } from "node:module"
import path from "node:path"
import { fileURLToPath } from "node:url"
import { isBuiltFrom, pluginFingerprint, setBuiltFrom } from "./fingerprint.mjs"

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..")
const OUTPUT = path.join(ROOT, ".medusa/server")

function run(script, ...args) {
  const { status } = spawnSync(process.execPath, [script, ...args], { cwd: ROOT, stdio: "inherit" })
  if (status !== 0) process.exit(status ?? 1)
}

const fingerprint = pluginFingerprint()
if (process.argv.includes("--if-changed") && isBuiltFrom(OUTPUT, fingerprint)) {
  console.log("The plugin is built already")
} else {
  run(createRequire(import.meta.url).resolve("@medusajs/cli/cli.js"), "plugin:build")
  run(path.join(ROOT, "scripts/tracker.mjs"))
  setBuiltFrom(OUTPUT, fingerprint)
}
