/**
 * Packs the plugin, installs the tarball into a fresh Medusa application as a shop would, and uses it there.
 *
 *   npm run test:package
 */
import assert from "node:assert/strict"
import { execFile, spawn } from "node:child_process"
import fs from "node:fs"
import net from "node:net"
import os from "node:os"
import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { fileURLToPath } from "node:url"
import { promisify } from "node:util"
import pg from "pg"
import { throwAwayFolder } from "../../scripts/pg-host.mjs"
import { startPostgres } from "../../scripts/pg.mjs"
import { makeSteps } from "../browser/support/steps.mjs"
import { checkTarball } from "./tarball.mjs"
import { writeApp } from "./app.mjs"

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..")
const ADMIN = { email: "owner@shop.example", password: "correct horse battery" }
const START_TIMEOUT_MS = 180_000

const { step, fail, finish } = makeSteps()
const temp = fs.mkdtempSync(path.join(os.tmpdir(), "engage-package-"))
const app = path.join(temp, "shop")
const built = path.join(app, ".medusa/server")
const closing = [async () => fs.rmSync(temp, { recursive: true, force: true })]

/** Runs a command to its end; its output is shown only when it fails. */
async function run(command, args, { cwd = app, env = {} } = {}) {
  try {
    const { stdout } = await promisify(execFile)(command, args, {
      cwd,
      maxBuffer: 1 << 26,
      env: { ...process.env, MEDUSA_DISABLE_TELEMETRY: "true", ...env },
    })
    return stdout
  } catch (error) {
    const output = `${error.stdout}\n${error.stderr}`.trim().split("\n").slice(-30).join("\n")
    throw new Error(`${command} ${args.join(" ")} failed:\n${output}`)
  }
}

function freePort() {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}

/** Starts the built application, and waits until it answers. */
async function boot(databaseUrl) {
  const port = await freePort()
  const log = path.join(temp, "server.log")
  const output = fs.openSync(log, "w")
  const cli = path.join(app, "node_modules/@medusajs/cli/cli.js")
  const child = spawn(process.execPath, [cli, "start", "--host", "localhost", "--port", port], {
    cwd: built,
    stdio: ["ignore", output, output],
    env: { ...process.env, DATABASE_URL: databaseUrl, NODE_ENV: "production" },
  })
  const ended = new Promise((resolve) => child.once("exit", resolve))
  closing.push(async () => {
    child.kill("SIGTERM")
    await Promise.race([ended, sleep(15_000, undefined, { ref: false })])
    child.kill("SIGKILL")
  })
  const url = `http://localhost:${port}`
  const deadline = Date.now() + START_TIMEOUT_MS
  while (Date.now() < deadline && child.exitCode === null) {
    const healthy = await fetch(`${url}/health`).then(
      (answer) => answer.ok,
      () => false
    )
    if (healthy) return url
    await sleep(300)
  }
  throw new Error(`the application did not start:\n${fs.readFileSync(log, "utf8").slice(-4000)}`)
}

async function makeDatabase() {
  const folder = throwAwayFolder("engage-package-")
  closing.push(async () => fs.rmSync(folder, { recursive: true, force: true }))
  const dataDir = path.join(folder, "data")
  const server = await startPostgres({ dataDir, fast: true, temporary: true })
  closing.push(server.stop)
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  await client.query("create database shop")
  await client.end()
  return server.url.replace(/postgres$/, "shop")
}

async function main() {
  let tarball
  const packed = await step("the plugin builds and packs", async () => {
    await run("npm", ["run", "build", "--", "--if-changed"], { cwd: ROOT })
    const [pack] = JSON.parse(
      await run("npm", ["pack", "--json", "--pack-destination", temp], { cwd: ROOT })
    )
    tarball = path.join(temp, pack.filename)
    assert.ok(fs.statSync(tarball).size > 0)
  })
  if (!packed) return
  await checkTarball(tarball, temp, step)

  const databaseUrl = await makeDatabase()
  const env = { DATABASE_URL: databaseUrl }
  const installed = await step("it installs into a fresh Medusa application", async () => {
    writeApp(app, tarball)
    await run("npm", ["install", "--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error"])
    assert.ok(fs.existsSync(path.join(app, "node_modules/medusa-plugin-engage/package.json")))
  })
  if (!installed) return

  const medusa = (...args) => run("npx", ["--no-install", "medusa", ...args], { env })
  const building = step("npx medusa build builds the admin with its pages", async () => {
    await medusa("build")
    const assets = path.join(built, "public/admin/assets")
    const scripts = fs
      .readdirSync(assets)
      .filter((file) => file.endsWith(".js"))
      .map((file) => fs.readFileSync(path.join(assets, file), "utf8"))
    for (const route of ["", "/profiles", "/segments", "/broadcasts", "/templates", "/messages"]) {
      const wanted = `"/engage${route}"`
      assert.ok(
        scripts.some((script) => script.includes(wanted)),
        `the bundle lacks ${wanted}`
      )
    }
    assert.ok(scripts.some((script) => script.includes("/settings/engage")))
  })
  await step("npx medusa db:migrate makes its tables", async () => {
    await medusa("db:migrate")
    const client = new pg.Client({ connectionString: databaseUrl })
    await client.connect()
    const { rows } = await client.query(
      `select count(*)::int as tables from information_schema.tables
       where table_name in ('engage_profile', 'engage_segment', 'engage_message', 'engage_broadcast', 'engage_template')`
    )
    await client.end()
    assert.equal(rows[0].tables, 5)
  })
  await step("an admin user is made", async () => {
    await medusa("user", "-e", ADMIN.email, "-p", ADMIN.password)
  })
  await building

  let url
  const started = await step("it boots", async () => {
    url = await boot(databaseUrl)
  })
  if (!started) return
  await step("its routes answer a signed-in admin, and nobody else", async () => {
    const overview = `${url}/admin/engage/overview`
    assert.equal((await fetch(overview)).status, 401)
    const login = await fetch(`${url}/auth/user/emailpass`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(ADMIN),
    })
    const { token } = await login.json()
    const answer = await fetch(overview, { headers: { authorization: `Bearer ${token}` } })
    assert.equal(answer.status, 200)
    const { profiles, buyers, revenue, broadcasts } = await answer.json()
    assert.deepEqual(
      { profiles, buyers, revenue, broadcasts },
      { profiles: 0, buyers: 0, revenue: 0, broadcasts: [] }
    )
  })
  await step("the admin is served", async () => {
    const page = await fetch(`${url}/app`)
    assert.equal(page.status, 200)
    assert.match(await page.text(), /<div id="medusa"/)
  })
}

try {
  await main()
} catch (error) {
  fail(error)
} finally {
  for (const close of closing.reverse()) await close().catch((error) => fail(error, "closing"))
}
finish()
