/** Builds the plugin and the shop's admin, each only when what it is made of has changed. */
import fs from "node:fs"
import path from "node:path"
import { hashOf, isBuiltFrom, pluginFingerprint, setBuiltFrom } from "../fingerprint.mjs"
import { runMedusa, runNode } from "./processes.mjs"
import { step } from "./progress.mjs"
import { DEMO, ROOT } from "./settings.mjs"

const PLUGIN_OUTPUT = path.join(ROOT, ".medusa/server")
const ADMIN_OUTPUT = path.join(DEMO, "public/admin")

/** Builds the plugin into .medusa/server. */
export async function buildPlugin() {
  await buildOnce("building the plugin", PLUGIN_OUTPUT, pluginFingerprint(), () =>
    runNode("plugin-build", [path.join(ROOT, "scripts/build.mjs")], { cwd: ROOT })
  )
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

async function buildOnce(name, output, fingerprint, build) {
  if (isBuiltFrom(output, fingerprint)) {
    return
  }
  await step(name, build)
  setBuiltFrom(output, fingerprint)
}
