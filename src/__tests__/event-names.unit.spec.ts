import { joinNames, splitNames } from "../types/event"

it.each([
  [["Quiz Finished", "Chat Opened"], "Quiz Finished,Chat Opened"],
  [["Bought, then sent back", "Paid"], "Bought\\, then sent back,Paid"],
  [["a\\b", "c\\", ","], "a\\\\b,c\\\\,\\,"],
])("%j is written %s and read again", (names, text) => {
  expect(joinNames(names)).toBe(text)
  expect(splitNames(text)).toEqual(names)
})

it("leaves out names that are empty", () => {
  expect(splitNames(",a,,b,")).toEqual(["a", "b"])
})
