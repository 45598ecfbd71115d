/** Builds the plugin and the shop's admin, each only when what it is made of has changed. */
import { execFile } from "node:child_process"
import { createHash } from "node:crypto"
import fs from "node:fs"
import path from "node:path"
import { promisify } from "node:util"
import { runMedusa } from "./processes.mjs"
import { step } from "./progress.mjs"
import { DEMO, ROOT } from "./settings.mjs"

const PLUGIN_OUTPUT = path.join(ROOT, ".medusa/server")
const ADMIN_OUTPUT = path.join(DEMO, "public/admin")
const IGNORED = new Set(["node_modules", ".medusa", "__tests__", "dist"])

/** Builds the plugin into .medusa/server. */
export async function buildPlugin() {
  await buildOnce("building the plugin", PLUGIN_OUTPUT, pluginFingerprint(), async () => {
    await runMedusa("plugin-build", ["plugin:build"], { cwd: ROOT })
    await promisify(execFile)(process.execPath, [path.join(ROOT, "scripts/tracker.mjs")])
  })
}

/**
 * Builds the shop's admin with the plugin's pages, so that its first page does not wait for Vite.
 * @param {Record<string, string>} env
 */
export async function buildAdmin(env) {
  const fingerprint = `${pluginFingerprint()} ${hashOf(path.join(DEMO, "medusa-config.ts"), path.join(DEMO, "src"))}`
  await buildOnce("building the admin", ADMIN_OUTPUT, fingerprint, async () => {
    await runMedusa("admin-build", ["build", "--admin-only"], { cwd: DEMO, env })
    fs.rmSync(ADMIN_OUTPUT, { recursive: true, force: true })
    fs.mkdirSync(path.dirname(ADMIN_OUTPUT), { recursive: true })
    fs.renameSync(path.join(DEMO, ".medusa/admin"), ADMIN_OUTPUT)
  })
}

/** Stands for the plugin's sources and the installed packages. */
export function pluginFingerprint() {
  const lock = path.join(ROOT, "node_modules/.package-lock.json")
  return hashOf(
    path.join(ROOT, "src"),
    path.join(ROOT, "package.json"),
    path.join(ROOT, "tsconfig.json"),
    lock
  )
}

async function buildOnce(name, output, fingerprint, build) {
  const stamp = path.join(output, ".built-from")
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, "utf8") === fingerprint) {
    return
  }
  await step(name, build)
  fs.writeFileSync(stamp, fingerprint)
}

function hashOf(...targets) {
  const hash = createHash("sha256")
  for (const file of targets.flatMap(filesOf)) {
    hash.update(path.relative(ROOT, file)).update("\0").update(fs.readFileSync(file))
  }
  return hash.digest("hex")
}

function filesOf(target) {
  if (!fs.existsSync(target)) {
    return []
  }
  if (fs.statSync(target).isFile()) {
    return [target]
  }
  return fs
    .readdirSync(target, { withFileTypes: true })
    .filter((entry) => !IGNORED.has(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => filesOf(path.join(target, entry.name)))
}
