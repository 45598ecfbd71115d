/**
 * Which part of the source may import which; docs/architecture.md says why. One row a part, everything else of src/ is
 * forbidden to it. A part always may import itself.
 */
const path = require("node:path")

const MODULES = [
  "profile",
  "content",
  "delivery",
  "points",
  "survey",
  "segment",
  "transfer",
  "campaign",
  "report",
  "outbound",
]
const keyOf = (name) => `modules/${name}`
/** What stands left of a module in `profile ← content ← delivery ← points, survey ← segment ← transfer ← campaign ← report ← outbound`. */
const leftOf = (name) =>
  MODULES.slice(0, MODULES.indexOf(name))
    .filter((other) => !(name === "survey" && other === "points"))
    .map(keyOf)

const MAY_IMPORT = {
  rules: [],
  types: ["rules"],
  lib: ["types"],
  providers: ["lib", "types"],
  ...Object.fromEntries(
    MODULES.map((name) => [keyOf(name), [...leftOf(name), "rules", "lib", "types"]])
  ),
  workflows: ["modules", "rules", "lib", "types"],
  api: ["workflows", "modules", "rules", "lib", "types"],
  subscribers: ["workflows", "modules", "rules", "lib", "types"],
  links: ["modules"],
  jobs: ["workflows", "modules", "rules", "lib", "types"],
  admin: ["rules", "types"],
  tracker: [],
}
MAY_IMPORT[keyOf("delivery")].push("providers")
MAY_IMPORT[keyOf("report")].push("providers")

const within = (parts) => `^src/(${parts.join("|")})/`

const directions = Object.entries(MAY_IMPORT).map(([part, allowed]) => ({
  name: `${part.replace("/", "-")}-imports`,
  comment: `src/${part} may import only ${[...allowed, "itself"].join(", ")}`,
  severity: "error",
  from: { path: within([part]) },
  to: { path: "^src/", pathNot: within([part, ...allowed]) },
}))

module.exports = {
  forbidden: [
    ...directions,
    {
      name: "types-stay-types",
      comment: "types/ has no code at run time, and takes none from rules/",
      severity: "error",
      from: { path: "^src/types/" },
      to: { path: "^src/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "report-names-providers",
      comment: "report/ describes a provider; only delivery/ uses one",
      severity: "error",
      from: { path: "^src/modules/report/" },
      to: { path: "^src/providers/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "admin-takes-pure-rules",
      comment: "the browser gets the part of the rule language that needs no server",
      severity: "error",
      from: { path: "^src/admin/" },
      to: { path: "^src/rules/", pathNot: "^src/rules/(ast|check|describe|fact|sentence)\\.ts$" },
    },
    {
      name: "admin-without-server",
      comment: "nothing that the admin imports, however far away, may import Medusa's server side",
      severity: "error",
      from: { path: "^src/admin/" },
      to: { path: "@medusajs/(framework|medusa)/", reachable: true },
    },
    {
      name: "admin-in-one-file",
      comment:
        "the shop's admin reads class names only from the plugin's main file: one import() empties it into chunks without an ending",
      severity: "error",
      from: { path: "^src/admin/" },
      to: { dynamic: true },
    },
    {
      name: "source-stands-alone",
      comment: "what is published must not need demo/, tests, benchmarks or scripts",
      severity: "error",
      from: { path: "^src/", pathNot: "/__tests__/" },
      to: { path: "^(demo|integration-tests|bench|scripts)/" },
    },
    {
      name: "known-parts-only",
      comment: "a new folder in src/ or src/modules/ needs its row in MAY_IMPORT",
      severity: "error",
      from: { path: "^src/", pathNot: [within(Object.keys(MAY_IMPORT)), "^src/__tests__/"] },
      to: {},
    },
    {
      name: "no-development-packages",
      comment: "a shop does not install development dependencies",
      severity: "error",
      from: { path: "^src/", pathNot: ["/__tests__/", "\\.d\\.ts$"] },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only", "npm", "npm-peer"] },
    },
    {
      name: "no-unknown-imports",
      comment: "the import leads nowhere",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: path.join(__dirname, "tsconfig.json") },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".d.ts", ".js", ".mjs", ".cjs", ".json"],
    },
  },
}
