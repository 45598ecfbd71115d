import { checkAttachment, checkTogether, megabytes } from "../check"

describe("a file that is to go along", () => {
  const check = (name: string, size = 1_000) => checkAttachment({ name, size })

  it("keeps its name, without folders and control characters", () => {
    expect(check("Preisliste März.pdf")).toBe("Preisliste März.pdf")
    expect(check("C:\\docs\\menu.pdf")).toBe("menu.pdf")
    expect(check("../../etc/menu\u0000.pdf")).toBe("menu .pdf")
  })

  it.each([
    ["setup.EXE", 1_000, "mail services refuse .exe files"],
    ["invoice.pdf.js", 1_000, "mail services refuse .js files"],
    ["menu", 1_000, "has no ending"],
    ["menu.pdf", 0, "is empty"],
    ["menu.pdf", 7_000_001, "is 7.0 MB; mail services take 7.0 MB in all"],
    [`${"ж".repeat(100)}.pdf`, 1_000, "too long"],
    ["/", 1_000, "no name"],
  ])("is refused as %s of %d bytes", (name, size, message) => {
    expect(() => check(name, size)).toThrow(message)
  })

  it("is refused together with others that are too many or too large", () => {
    const files = (count: number, size: number) => Array(count).fill({ size })
    expect(() => checkTogether(files(10, 700_000))).not.toThrow()
    expect(() => checkTogether(files(11, 1))).toThrow("at most 10 files")
    expect(() => checkTogether(files(2, 3_600_000))).toThrow("7.2 MB together")
  })

  it("has a size that people can read", () => {
    expect([1, 12_345, 1_250_000].map(megabytes)).toEqual(["1 KB", "12 KB", "1.3 MB"])
  })
})
