import { spawnSync } from "node:child_process"
import fs from "node:fs"
import os from "node:os"
import path from "node:path"

const ROOT = path.resolve(__dirname, "../..")
const CRUISER = path.join(ROOT, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs")
const CONFIG = path.join(ROOT, ".dependency-cruiser.cjs")

/** Every violation in the `src` of a folder, as `rule: from → to`. */
function cruise(cwd: string): string[] {
  const args = [CRUISER, "--config", CONFIG, "--output-type", "json", "src"]
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    cwd,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  })
  if (!stdout) throw new Error(`dependency-cruiser did not run:\n${stderr}`)
  const { violations, totalCruised } = JSON.parse(stdout).summary
  expect(totalCruised).toBeGreaterThan(0)
  return violations.map(
    (v: { rule: { name: string }; from: string; to: string }) =>
      `${v.rule.name}: ${v.from} → ${v.to}`
  )
}

/** Cruises made-up sources: the file's path in `src` → what it imports. */
function cruiseFiles(files: Record<string, string[]>): string[] {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), "engage-layers-"))
  try {
    fs.writeFileSync(path.join(dir, "package.json"), `{ "name": "layers" }`)
    for (const [file, imports] of Object.entries(files)) {
      const lines = imports.map((target, i) => {
        const typeOnly = target.startsWith("type ")
        const to = path.posix.relative(path.posix.dirname(file), target.replace("type ", ""))
        return `import ${typeOnly ? "type " : ""}a${i} from "${to.startsWith(".") ? to : `./${to}`}"`
      })
      const full = path.join(dir, "src", file)
      fs.mkdirSync(path.dirname(full), { recursive: true })
      fs.writeFileSync(full, [...lines, "export default 1", ""].join("\n"))
    }
    return cruise(dir)
  } finally {
    fs.rmSync(dir, { recursive: true })
  }
}

describe("the layers of the source", () => {
  it("are kept", () => {
    expect(cruise(ROOT)).toEqual([])
  })

  it("let every part use what stands below it", () => {
    expect(
      cruiseFiles({
        "rules/ast.ts": [],
        "rules/compile.ts": ["rules/ast"],
        "types/segment.ts": ["type rules/ast"],
        "lib/db.ts": ["type types/segment"],
        "providers/provider.ts": ["lib/db", "type types/segment"],
        "modules/profile/a.ts": ["rules/compile", "lib/db"],
        "modules/content/a.ts": ["modules/profile/a"],
        "modules/delivery/a.ts": ["modules/content/a", "providers/provider"],
        "modules/segment/a.ts": ["modules/profile/a", "modules/delivery/a"],
        "modules/campaign/a.ts": ["modules/segment/a"],
        "modules/report/a.ts": ["modules/campaign/a", "type providers/provider"],
        "workflows/segment/a.ts": ["modules/segment/a"],
        "api/route.ts": ["workflows/segment/a", "modules/report/a", "lib/db"],
        "subscribers/a.ts": ["modules/profile/a"],
        "jobs/a.ts": ["modules/profile/a"],
        "admin/page.ts": ["type types/segment", "rules/ast"],
      })
    ).toEqual([])
  })

  it("refuse what points upwards, sideways or round", () => {
    const leaf = { "lib/db.ts": [], "api/route.ts": [], "workflows/a.ts": [], "providers/p.ts": [] }
    expect(
      cruiseFiles({
        ...leaf,
        "types/a.ts": [],
        "rules/describe.ts": [],
        "rules/ast.ts": ["lib/db"],
        "rules/compile.ts": [],
        "types/b.ts": ["rules/ast", "lib/db"],
        "lib/up.ts": ["modules/profile/a"],
        "modules/profile/a.ts": [],
        "modules/profile/up.ts": ["modules/segment/a", "workflows/a", "providers/p"],
        "modules/points/a.ts": ["modules/survey/a"],
        "modules/survey/a.ts": [],
        "modules/segment/a.ts": ["modules/survey/a"],
        "modules/segment/b.ts": ["modules/segment/c"],
        "modules/segment/c.ts": ["modules/segment/b"],
        "modules/report/a.ts": ["providers/p"],
        "modules/unheard/a.ts": ["lib/db"],
        "workflows/up.ts": ["api/route"],
        "jobs/a.ts": ["api/route"],
        "admin/page.ts": ["modules/profile/a", "rules/compile", "rules/nowhere"],
      }).sort()
    ).toEqual(
      [
        "admin-imports: src/admin/page.ts → src/modules/profile/a.ts",
        "admin-takes-pure-rules: src/admin/page.ts → src/rules/compile.ts",
        "jobs-imports: src/jobs/a.ts → src/api/route.ts",
        "known-parts-only: src/modules/unheard/a.ts → src/lib/db.ts",
        "lib-imports: src/lib/up.ts → src/modules/profile/a.ts",
        "modules-points-imports: src/modules/points/a.ts → src/modules/survey/a.ts",
        "modules-profile-imports: src/modules/profile/up.ts → src/modules/segment/a.ts",
        "modules-profile-imports: src/modules/profile/up.ts → src/providers/p.ts",
        "modules-profile-imports: src/modules/profile/up.ts → src/workflows/a.ts",
        "no-cycles: src/modules/segment/b.ts → src/modules/segment/c.ts",
        "no-unknown-imports: src/admin/page.ts → ../rules/nowhere",
        "report-names-providers: src/modules/report/a.ts → src/providers/p.ts",
        "rules-imports: src/rules/ast.ts → src/lib/db.ts",
        "types-imports: src/types/b.ts → src/lib/db.ts",
        "types-stay-types: src/types/b.ts → src/lib/db.ts",
        "types-stay-types: src/types/b.ts → src/rules/ast.ts",
        "workflows-imports: src/workflows/up.ts → src/api/route.ts",
      ].sort()
    )
  })
})
