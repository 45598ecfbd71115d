import fs from "node:fs"
import path from "node:path"
import { referenceFiles } from "../../../scripts/openapi/files"
import { publicRoutes } from "../reference/public"
import { adminRoutes, PARAMETERS } from "../reference/routes"

const API = path.resolve(__dirname, "..")
const DOCS = path.resolve(__dirname, "../../../docs/api")
const METHODS = /^export (?:const|(?:async )?function) (GET|POST|PUT|PATCH|DELETE)\b/gm

/** Every route that Medusa serves from a folder, e.g. `GET /admin/engage/profiles/:id`. */
function servedRoutes(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => path.basename(file) === "route.ts")
    .flatMap((file) => {
      const route = path.dirname(file).replace(/\[(\w+)\]/g, ":$1")
      const source = fs.readFileSync(path.join(folder, file), "utf8")
      return [...source.matchAll(METHODS)].map(([, method]) => `${method} /${route}`)
    })
    .sort()
}

const files = referenceFiles()
const described = { ...adminRoutes, ...publicRoutes }

it("describes every route that is served, and no other", () => {
  expect(Object.keys(described).sort()).toEqual(servedRoutes(API))
})

it("has no route in a folder that the plugin build leaves out", () => {
  const folders = fs
    .readdirSync(API, { recursive: true, encoding: "utf8" })
    .map((file) => path.basename(file))
  expect(
    folders.filter((name) => ["test", "unit-tests", "integration-tests"].includes(name))
  ).toEqual([])
})

it("says what every parameter means", () => {
  const document = JSON.parse(files["openapi.json"])
  const operations = Object.values(document.paths).flatMap((methods) =>
    Object.values(methods as object)
  )
  const parameters = operations.flatMap((operation) => operation.parameters)
  expect(parameters.length).toBeGreaterThan(0)
  expect(parameters.filter((p) => !p.description)).toEqual([])
  const used = new Set(parameters.map((p) => p.name))
  expect(Object.keys(PARAMETERS).filter((name) => !used.has(name))).toEqual([])
})

it("refers only to schemas that are there", () => {
  const text = files["openapi.json"]
  const { schemas } = JSON.parse(text).components
  const names = [...text.matchAll(/"\$ref": "([^"]+)"/g)].map(([, ref]) => ref)
  const known = new Set(Object.keys(schemas).map((name) => `#/components/schemas/${name}`))
  expect(names.filter((ref) => !known.has(ref))).toEqual([])
})

it.each(["openapi.json", "README.md", "schemas.md"])(
  "has docs/api/%s as the generator writes it now (npm run docs:api)",
  (name) => {
    expect(fs.readFileSync(path.join(DOCS, name), "utf8")).toBe(files[name])
  }
)
