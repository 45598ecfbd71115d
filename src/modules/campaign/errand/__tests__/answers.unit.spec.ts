import { readAnswers } from "../answers"

const answers = [
  { path: "data.score", field: "score" },
  { path: "tags.0", field: "tag" },
  { path: "data.missing", field: "gone" },
  { path: "constructor.name", field: "odd" },
]

it("finds what is asked for in an answer, and nothing else", () => {
  expect(readAnswers(answers, `{"data":{"score":7,"missing":null},"tags":["a"]}`)).toEqual([
    { field: "score", value: "7" },
    { field: "tag", value: "a" },
  ])
  expect(readAnswers([{ path: "data", field: "all" }], `{"data":{"a":true}}`)).toEqual([
    { field: "all", value: `{"a":true}` },
  ])
})

it("an answer that is no JSON has no values", () => {
  for (const text of ["", "OK", "[1", "null", "7"]) expect(readAnswers(answers, text)).toEqual([])
})
