import type { Liquid } from "liquidjs"
import type { TemplateProblem } from "../../types/content"
import { engines } from "./liquid/engine"
import type { ContentParts } from "./parts"
import { sampleScope } from "./sample"
import { variableProblem } from "./variables"

const PARTS = ["subject", "preheader", "html", "text"] as const

/** Mistakes in the Liquid of a template: syntax, unknown tags, filters and variables, each with its line and column. */
export function validateTemplate(parts: ContentParts): TemplateProblem[] {
  const { html, text } = engines("UTC")
  const problems = PARTS.flatMap((part) => {
    const source = parts[part]
    return source === null ? [] : partProblems(part, source, part === "html" ? html : text)
  })
  if (!parts.subject.trim()) {
    problems.unshift({ part: "subject", line: null, column: null, message: "The subject is empty" })
  }
  if (!parts.html.trim()) {
    problems.push({ part: "html", line: null, column: null, message: "The message is empty" })
  }
  return problems
}

function partProblems(
  part: TemplateProblem["part"],
  source: string,
  engine: Liquid
): TemplateProblem[] {
  try {
    const parsed = engine.parse(source)
    // A template that never ends, or whose filters choke, has to be found out here and not by the first recipient.
    engine.renderSync(parsed, sampleScope())
    const { globals } = engine.analyzeSync(parsed, { partials: false })
    return Object.values(globals)
      .flat()
      .flatMap((v) => {
        const message = variableProblem(v.segments.map(String))
        return message ? [{ part, line: v.location.row, column: v.location.col, message }] : []
      })
  } catch (error) {
    return [{ part, ...placeOf(error), message: plainMessage(error as Error) }]
  }
}

function placeOf(error: unknown): { line: number | null; column: number | null } {
  const token = (error as { token?: { getPosition?: () => [number, number] } }).token
  const [line, column] = token?.getPosition?.() ?? [null, null]
  return { line, column }
}

function plainMessage(error: Error): string {
  return error.message.replace(/, (file:.*?, )?line:\d+, col:\d+$/, "")
}
