import { validateTemplate } from "../validate"

const problems = (html: string) =>
  validateTemplate({ channel: "email", subject: "Hi", preheader: "", html, text: null, card: null })

describe("elements in elements", () => {
  it("may lie as deep as in no message, closed or not", () => {
    expect(problems(`${"<div>".repeat(200)}x${"</div>".repeat(200)}`)).toEqual([])
    expect(problems("<p>x".repeat(5_000))).toEqual([])
    expect(problems("<br><img src='x.png'>".repeat(5_000))).toEqual([])
  })

  it("are a mistake with its place before they are too deep to be read", () => {
    const [problem, ...others] = problems(`<h1>Hi</h1>\n${"<b>".repeat(200)}<i>x`)
    expect(others).toEqual([])
    expect(problem).toMatchObject({ part: "html", line: 2, column: 601 })
    expect(problem.message).toMatch(/^Elements lie more than 200 deep in each other/)
    expect(problems("<table><tr><td>".repeat(30_000))).toHaveLength(1)
  })
})
