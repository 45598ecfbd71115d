import { execFileSync } from "node:child_process"
import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { gzipSync } from "node:zlib"
import { arriving, decorate } from "../linker"
import { isCampaign, originOf } from "../origin"

const VISITOR = "0123456789abcdef0123456789abcdef"
const NOW = 1_790_000_000_000
const DOMAINS = ["shop.example", "shop.test"]

describe("the built script", () => {
  let folder: string
  beforeAll(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), "engage-tracker-"))
    execFileSync(process.execPath, [
      path.resolve(__dirname, "../../../scripts/tracker.mjs"),
      folder,
    ])
  })
  afterAll(() => fs.rmSync(folder, { recursive: true }))

  it("is at most 4 KB, needs nothing, and comes with an npm entry and types", () => {
    const script = fs.readFileSync(path.join(folder, "engage.js"))
    expect(gzipSync(script, { level: 9 }).length).toBeLessThanOrEqual(4_096)
    expect(script.toString()).not.toMatch(/\bimport\b|\brequire\(|\beval\(|new Function/)
    expect(fs.readFileSync(path.join(folder, "index.mjs"), "utf8")).toMatch(/export\s*\{/)
    expect(fs.readFileSync(path.join(folder, "index.d.ts"), "utf8")).toContain("load")
  })
})

describe("a link to another domain of the shop", () => {
  const carried = decorate("https://pay.shop.test/x?a=1", VISITOR, "shop.example", DOMAINS, NOW)

  it("carries the visitor", () => {
    expect(arriving(new URL(carried), "https://shop.example/", DOMAINS, NOW + 60_000)).toBe(VISITOR)
    expect(new URL(carried).searchParams.get("a")).toBe("1")
  })

  it("carries nobody when it is old, copied elsewhere, forged, or leads to other people's sites", () => {
    expect(
      arriving(new URL(carried), "https://shop.example/", DOMAINS, NOW + 121_000)
    ).toBeUndefined()
    expect(arriving(new URL(carried), "https://mail.example/", DOMAINS, NOW)).toBeUndefined()
    expect(arriving(new URL(carried), "", DOMAINS, NOW)).toBeUndefined()
    const forged = new URL("https://shop.test/?_eng=me.zzz")
    expect(arriving(forged, "https://shop.example/", DOMAINS, NOW)).toBeUndefined()
    for (const other of ["https://evilshop.example/", "https://shop.example/", "mailto:a@b.c"]) {
      expect(decorate(other, VISITOR, "shop.example", DOMAINS, NOW)).toBe(other)
    }
  })
})

describe("where a visit came from", () => {
  it("is the campaign, the click id's name and the site before, but not a page of the shop itself", () => {
    const address = new URL("https://shop.example/sale?utm_source=news&utm_term=cups&gclid=secret")
    const origin = originOf(address, "https://search.example/q?private")
    expect(origin).toEqual({
      l: "/sale",
      r: "search.example",
      c: "gclid",
      u: { source: "news", term: "cups" },
    })
    expect(isCampaign(origin)).toBe(true)
    const inside = originOf(new URL("https://shop.example/cart"), "https://shop.example/sale")
    expect(inside).toEqual({ l: "/cart" })
    expect(isCampaign(inside)).toBe(false)
  })
})
