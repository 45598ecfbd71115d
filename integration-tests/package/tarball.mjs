/** What may be in the package, and what must. */
import assert from "node:assert/strict"
import { execFileSync } from "node:child_process"
import fs from "node:fs"
import path from "node:path"

// A third of it is the admin, built twice. The limit is there to find what does not belong.
const MAX_PACKED_BYTES = 2_000_000
const NEEDED = [
  "package.json",
  "README.md",
  "LICENSE",
  ".medusa/server/src/admin/index.mjs",
  ".medusa/server/src/admin/index.js",
  ".medusa/server/src/api/middlewares.js",
  ...["profile", "content", "delivery", "segment", "transfer", "campaign", "report"].map(
    (name) => `.medusa/server/src/modules/${name}/index.js`
  ),
]
const UNWANTED =
  /__tests__|\.spec\.|^(demo|integration-tests|bench|scripts|docs|\.ci|\.demo)\/|\.env|(?<!\.d)\.tsx?$|\.(map|br|tgz|log)$|\.snapshot|\.built-from|medusa-plugin-options/
const SECRETS = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /_authToken/,
  /\bAKIA[0-9A-Z]{16}\b/,
  /\b(?:sk|pk|rk)_(?:live|test|engage)_\w+/,
  /:\/\/[\w.-]+:(?!\$|password@|pass@)[^\s"'`/:@$]{3,}@[\w.-]+/,
  /engage-demo\b(?!-)/,
  /\/(?:home|root|work|Users)\//,
]

/**
 * Checks the packed plugin file by file.
 * @param {string} tarball
 * @param {string} temp folder to unpack in
 * @param {(name: string, work: () => unknown) => Promise<boolean>} step
 */
export async function checkTarball(tarball, temp, step) {
  execFileSync("tar", ["-xzf", tarball, "-C", temp])
  const root = path.join(temp, "package")
  const files = fs
    .readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))

  await step("the package has what a shop needs", () => {
    assert.deepEqual(
      NEEDED.filter((file) => !files.includes(file)),
      []
    )
  })
  await step("every path that package.json exports is there", () => {
    const { exports } = JSON.parse(fs.readFileSync(path.join(root, "package.json"), "utf8"))
    const targets = Object.values(exports).flatMap((target) =>
      typeof target === "string" ? [target] : Object.values(target)
    )
    const missing = targets.filter((target) => {
      const [before, after] = target.slice(2).split("*")
      return !files.some((file) =>
        after === undefined ? file === before : file.startsWith(before) && file.endsWith(after)
      )
    })
    assert.deepEqual(missing, [])
  })
  await step("the package has no tests, no sources, no demo", () => {
    assert.deepEqual(
      files.filter((file) => UNWANTED.test(file)),
      []
    )
  })
  await step("the package has no secrets and no paths of this machine", () => {
    const found = files.flatMap((file) => {
      const text = fs.readFileSync(path.join(root, file), "utf8")
      return SECRETS.flatMap((secret) => {
        const match = secret.exec(text)
        return match ? [`${file}: ${match[0]}`] : []
      })
    })
    assert.deepEqual(found, [])
  })
  await step(`the package is under ${MAX_PACKED_BYTES / 1e6} MB`, () => {
    const { size } = fs.statSync(tarball)
    console.log(`    ${files.length} files, ${(size / 1e6).toFixed(2)} MB packed`)
    assert.ok(size < MAX_PACKED_BYTES, `${size} bytes`)
  })
}
