/** What a build was made of, noted beside it, so that the same is not built twice. */
import { createHash } from "node:crypto"
import fs from "node:fs"
import path from "node:path"
import { fileURLToPath } from "node:url"

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..")
const STAMP = ".built-from"
const IGNORED = new Set(["node_modules", ".medusa", "__tests__", "dist"])

/** Stands for the plugin's sources and the installed packages. */
export function pluginFingerprint() {
  const parts = [
    "src",
    "scripts/tracker.mjs",
    "package.json",
    "tsconfig.json",
    "node_modules/.package-lock.json",
  ]
  return hashOf(...parts.map((part) => path.join(ROOT, part)))
}

/**
 * One hash over files and folders with all that is in them, except tests and what was built.
 * @param {...string} targets
 */
export function hashOf(...targets) {
  const hash = createHash("sha256")
  for (const file of targets.flatMap(filesOf)) {
    hash.update(path.relative(ROOT, file)).update("\0").update(fs.readFileSync(file))
  }
  return hash.digest("hex")
}

/** Whether the folder holds what was built from just this. */
export function isBuiltFrom(output, fingerprint) {
  const stamp = path.join(output, STAMP)
  return fs.existsSync(stamp) && fs.readFileSync(stamp, "utf8") === fingerprint
}

/** Notes in the folder what its content was built from. */
export function setBuiltFrom(output, fingerprint) {
  fs.writeFileSync(path.join(output, STAMP), fingerprint)
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
