/** What the demo remembers between starts, in its folder: secrets, what was migrated, and who runs. */
import { randomBytes } from "node:crypto"
import fs from "node:fs"
import path from "node:path"
import { signalGroup } from "./processes.mjs"

/**
 * Takes the folder for this process, and ends what a killed demo left behind.
 * @param {string} dir
 * @throws {Error} when a demo runs in it
 */
export async function claim(dir) {
  fs.mkdirSync(dir, { recursive: true })
  const lockFile = path.join(dir, "running.json")
  const left = readJson(lockFile)
  if (left && isOurs(left.demo, "demo.mjs")) {
    throw new Error(
      `The demo runs already, as process ${left.demo}: stop it first, or set ENGAGE_DEMO_DIR to another folder`
    )
  }
  if (left?.server && isOurs(left.server, "medusa")) {
    signalGroup(left.server, "SIGKILL")
  }
  const lock = { demo: process.pid }
  writeJson(lockFile, lock)
  const stateFile = path.join(dir, "state.json")
  const memory = readJson(stateFile) ?? { secrets: makeSecrets(), migrated: {} }
  writeJson(stateFile, memory)
  return {
    secrets: memory.secrets,
    /** What of the plugin and Medusa this database was migrated to. */
    migrated: (database) => memory.migrated[database],
    setMigrated: (database, fingerprint) => {
      memory.migrated[database] = fingerprint
      writeJson(stateFile, memory)
    },
    setServer: (pid) => writeJson(lockFile, { ...lock, server: pid }),
    release: () => fs.rmSync(lockFile, { force: true }),
  }
}

function makeSecrets() {
  return {
    JWT_SECRET: randomBytes(32).toString("hex"),
    COOKIE_SECRET: randomBytes(32).toString("hex"),
  }
}

/** Whether the process lives and is what it was: numbers of processes are used again. */
function isOurs(pid, word) {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  const commandFile = `/proc/${pid}/cmdline`
  return !fs.existsSync("/proc/self/cmdline") || fs.readFileSync(commandFile, "utf8").includes(word)
}

function readJson(file) {
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, "utf8")) : undefined
}

function writeJson(file, value) {
  fs.writeFileSync(`${file}.new`, JSON.stringify(value, undefined, 2), { mode: 0o600 })
  fs.renameSync(`${file}.new`, file)
}
