/** Medusa's command line as child processes, each a group of its own, so that none outlives the demo. */
import { spawn } from "node:child_process"
import fs from "node:fs"
import { createRequire } from "node:module"
import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"

const STOP_TIMEOUT_MS = 10_000
const running = new Set()
let logDir
let configDir

/**
 * Names the demo's folder, which takes the output of the commands and Medusa's own settings file.
 * @param {string} dir
 */
export function keepIn(dir) {
  logDir = path.join(dir, "logs")
  configDir = path.join(dir, "config")
  fs.mkdirSync(logDir, { recursive: true })
}

/**
 * Starts `medusa` with the arguments; its output goes to a log of that name.
 * @param {string} name
 * @param {string[]} args
 * @param {{cwd: string, env?: Record<string, string>}} options
 * @returns {{pid: number, log: string, ended: Promise<number | null>}} `ended` gives the exit code
 */
export function startMedusa(name, args, options) {
  return startNode(name, [commandLine(options.cwd), ...args], options)
}

function commandLine(cwd) {
  return createRequire(path.join(cwd, "package.json")).resolve("@medusajs/cli/cli.js")
}

function startNode(name, args, { cwd, env = {} }) {
  const log = path.join(logDir, `${name}.log`)
  const output = fs.openSync(log, "w")
  const child = spawn(process.execPath, args, {
    cwd,
    detached: true,
    stdio: ["ignore", output, output],
    env: { ...process.env, MEDUSA_DISABLE_TELEMETRY: "true", XDG_CONFIG_HOME: configDir, ...env },
  })
  fs.closeSync(output)
  const ended = new Promise((resolve) => {
    child.once("exit", resolve)
    child.once("error", () => resolve(null))
  }).then((code) => {
    running.delete(entry)
    return code
  })
  const entry = { pid: child.pid, log, ended }
  running.add(entry)
  return entry
}

/**
 * Runs `medusa` to its end.
 * @throws {Error} with the end of its output when it fails
 */
export async function runMedusa(name, args, options) {
  await runNode(name, [commandLine(options.cwd), ...args], options)
}

/**
 * Runs a script to its end; its output goes to a log of that name.
 * @throws {Error} with the end of its output when it fails
 */
export async function runNode(name, args, options) {
  const { log, ended } = startNode(name, args, options)
  if ((await ended) !== 0) {
    throw new Error(`${name} failed:\n${tail(log)}\nThe whole log: ${log}`)
  }
}

/** The last lines of a log. */
export function tail(log) {
  return fs.readFileSync(log, "utf8").trimEnd().split("\n").slice(-30).join("\n")
}

/** Ends every command that still runs: politely, then for good. */
export async function stopAll() {
  await Promise.all(
    [...running].map(async ({ pid, ended }) => {
      signalGroup(pid, "SIGTERM")
      await Promise.race([ended, sleep(STOP_TIMEOUT_MS, undefined, { ref: false })])
      signalGroup(pid, "SIGKILL")
    })
  )
}

/** Signals a process and all its children; one that has ended is fine. */
export function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal)
  } catch (error) {
    if (error.code !== "ESRCH") {
      throw error
    }
  }
}
