import { filedParams } from "../filed"

it("looks for a text as it is written, in any case", () => {
  expect(filedParams({ q: " 50%_Off\\ " }).q).toBe("%50\\%\\_off\\\\%")
})

it("narrows by nothing that is not given, and leaves out what was put away", () => {
  const nothing = { q: null, folder: null, tag: null, archived: false }
  expect(filedParams({})).toEqual(nothing)
  expect(filedParams({ q: "  " })).toEqual(nothing)
  expect(filedParams({ folder: "", tag: "spring", archived: true })).toEqual({
    ...nothing,
    folder: "",
    tag: "spring",
    archived: true,
  })
})
