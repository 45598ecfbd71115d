import fc from "fast-check"
import { plainCell, safeCell } from "../file/safe-cell"
import { sniffDelimiter, sniffEncoding, sniffFormat } from "../file/sniff"
import { suggestMapping } from "../import/suggest"
import { readDay, readNumber, readTime, readYesNo } from "../kinds/read-cell"

describe("a cell for spreadsheets", () => {
  it.each(["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", " =1", "\r=1", "＝1", "|x"])(
    "is no formula: %j",
    (value) => expect(safeCell(value)).toBe(`'${value}`)
  )

  it.each(["-5", "+491712345678", "12,5", "a=b", "O'Neil", "'quoted'", ""])(
    "stays as it is: %j",
    (value) => expect(safeCell(value)).toBe(value)
  )

  it("comes back as it was", () => {
    const value = fc.oneof(
      fc.string(),
      fc.string().map((text) => `=${text}`)
    )
    fc.assert(fc.property(value, (text) => expect(plainCell(safeCell(text))).toBe(plainCell(text))))
  })
})

describe("a file's first bytes", () => {
  it("tell its encoding", () => {
    expect(sniffEncoding(Buffer.from("Jörg"))).toBe("utf-8")
    expect(sniffEncoding(Buffer.from("Jörg").subarray(0, 2))).toBe("utf-8")
    expect(sniffEncoding(Buffer.from("J\xf6rg", "latin1"))).toBe("windows-1252")
    expect(sniffEncoding(Buffer.from([0xff, 0xfe, 0x41, 0]))).toBe("utf-16le")
    expect(sniffEncoding(Buffer.from([0xfe, 0xff, 0, 0x41]))).toBe("utf-16be")
  })

  it("tell its delimiter and format", () => {
    expect(sniffDelimiter("a;b;c,d\n1,2,3,4,5")).toBe(";")
    expect(sniffDelimiter('"a,b,c,d";e\n')).toBe(";")
    expect(sniffDelimiter("\n\na\tb\n")).toBe("\t")
    expect(sniffDelimiter("email\n")).toBe(",")
    expect([" [1]", "\uFEFF{}", "a,b"].map(sniffFormat)).toEqual(["json", "ndjson", "csv"])
  })
})

describe("a value in a cell", () => {
  it.each([
    ["1985-05-17", "1985-05-17"],
    ["1985-05-17T10:00:00Z", "1985-05-17"],
    ["17.5.1985", "1985-05-17"],
    ["17/05/1985", "1985-05-17"],
    ["05/17/1985", "1985-05-17"],
    ["05/05/1985", "1985-05-05"],
  ])("day %s", (text, value) => expect(readDay(text)).toEqual({ value }))

  it.each(["03/04/1990", "2026-02-30", "31.04.2026", "yesterday", "1985"])("no day: %s", (text) =>
    expect(readDay(text)).toHaveProperty("problem")
  )

  it.each([
    ["2026-01-02T10:00:00Z", "2026-01-02T10:00:00.000Z"],
    ["2026-01-02 10:00:00+02:00", "2026-01-02T08:00:00.000Z"],
    ["2026-07-02 10:00", "2026-07-02T08:00:00.000Z"],
    ["2026-01-02 10:00", "2026-01-02T09:00:00.000Z"],
    ["02.01.2026", "2026-01-02T11:00:00.000Z"],
  ])("time %s in Berlin", (text, iso) =>
    expect(readTime(text, "Europe/Berlin")).toEqual({ value: new Date(iso) })
  )

  it.each(["2026-01-02 25:00", "2026-02-30 10:00", "soon"])("no time: %s", (text) =>
    expect(readTime(text, "Europe/Berlin")).toHaveProperty("problem")
  )

  it.each([
    ["12", 12],
    ["-1.5", -1.5],
    ["41,5", 41.5],
    ["1 234,50", 1234.5],
    ["1.234,50", 1234.5],
    ["1,234.50", 1234.5],
    ["1'234.5", 1234.5],
  ])("number %s", (text, value) => expect(readNumber(text)).toEqual({ value }))

  it.each(["", "abc", "1.2.3", "12e5", "0x10"])("no number: %j", (text) =>
    expect(readNumber(text)).toHaveProperty("problem")
  )

  it("yes and no", () => {
    expect(readYesNo("Yes")).toEqual({ value: true })
    expect(readYesNo("0")).toEqual({ value: false })
    expect(readYesNo("maybe")).toHaveProperty("problem")
  })
})

describe("a mapping proposed by names", () => {
  const field = (key: string, label: string) => ({ key, label, hint: "", required: false })

  it("takes each column once, our own names before others'", () => {
    const fields = [
      field("email", "E-mail"),
      field("first_name", "First name"),
      field("external_id", "ID"),
    ]
    expect(suggestMapping(["Order ID", "EMAIL ADDRESS", "Vorname", "id"], fields)).toEqual({
      email: "EMAIL ADDRESS",
      first_name: "Vorname",
      external_id: "id",
    })
  })
})
