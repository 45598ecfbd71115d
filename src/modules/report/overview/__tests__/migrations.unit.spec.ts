import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import { migrationsIn } from "../migrations"

describe("migrations of the plugin", () => {
  it("are found as built, by the time in their names, without the types beside them", async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), "engage-migrations-"))
    for (const file of [
      "segment/migrations/Migration20260102000000.js",
      "segment/migrations/Migration20260102000000.d.ts",
      "segment/migrations/Migration20260102000000.js.map",
      "profile/migrations/Migration20260101000000.js",
      "profile/migrations/.snapshot-engage.json",
      "profile/sql/Migration20260101000001.js",
    ]) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
      writeFileSync(path.join(folder, file), "")
    }
    expect(await migrationsIn(folder)).toEqual([
      { module: "profile", name: "Migration20260101000000" },
      { module: "segment", name: "Migration20260102000000" },
    ])
    rmSync(folder, { recursive: true })
  })

  it("are those of this source", async () => {
    const found = await migrationsIn(path.resolve(__dirname, "../../.."))
    expect(found[0]).toEqual({ module: "profile", name: "Migration20261122000000" })
    expect(new Set(found.map(({ module }) => module))).toContain("outbound")
  })
})
