import fs from "node:fs"
import path from "node:path"

const MODULES = path.resolve(__dirname, "../modules")

describe("migrations", () => {
  it("have names of their own: a name that another module has is taken as run already", () => {
    const names = fs
      .readdirSync(MODULES, { recursive: true, encoding: "utf8" })
      .filter((file) => /migrations\/Migration\d+\.ts$/.test(file))
      .map((file) => path.basename(file))

    expect(names.length).toBeGreaterThan(0)
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
  })
})
