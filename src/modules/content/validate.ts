import type { Liquid } from "liquidjs"
import { channelForm } from "../../types/channel-form"
import type { TemplateProblem } from "../../types/content"
import { engines } from "./liquid/engine"
import { inLanguage, languagesOf } from "./languages/parts"
import { nestedDeeperThan } from "./nesting"
import type { ContentParts } from "./parts"
import { sampleScope } from "./sample"
import { variableProblem } from "./variables"

const PARTS = ["subject", "preheader", "html", "text"] as const

/** Mistakes in the Liquid of a template, in all its languages: syntax, unknown tags, filters and variables, each with its line and column. */
export function validateTemplate(parts: ContentParts): TemplateProblem[] {
  return languagesOf(parts).flatMap((language) =>
    problemsIn(inLanguage(parts, language)).map((problem) => ({
      ...problem,
      ...(language && { language }),
    }))
  )
}

function problemsIn(parts: ContentParts): TemplateProblem[] {
  const { html, text } = engines("UTC")
  const problems: TemplateProblem[] = PARTS.flatMap((part) => {
    const source = parts[part]
    return source === null ? [] : partProblems(part, source, part === "html" ? html : text)
  })
  for (const source of cardSources(parts)) problems.push(...partProblems("card", source, text))
  return [...emptySubject(parts), ...problems, ...emptyMessage(parts), ...tooDeep(parts)]
}

/** Real messages nest some thirty elements. */
const MAX_NESTED = 200

const EMPTY = { line: null, column: null }

function emptySubject({ channel = "email", subject }: ContentParts): TemplateProblem[] {
  if (!channelForm(channel).title || subject.trim()) return []
  const message = channel === "email" ? "The subject is empty" : "The title is empty"
  return [{ part: "subject", ...EMPTY, message }]
}

function emptyMessage({ channel, html, text }: ContentParts): TemplateProblem[] {
  const part = channelForm(channel).body === "html" ? "html" : "text"
  if ((part === "html" ? html : text)?.trim()) return []
  return [{ part, ...EMPTY, message: "The message is empty" }]
}

function tooDeep({ html }: ContentParts): TemplateProblem[] {
  const at = nestedDeeperThan(html, MAX_NESTED)
  if (at === undefined) return []
  const before = html.slice(0, at).split("\n")
  const message = `Elements lie more than ${MAX_NESTED} deep in each other, which no mail program shows: close them, or put fewer tables into tables`
  return [{ part: "html", line: before.length, column: before.at(-1)!.length + 1, message }]
}

function cardSources({ card }: ContentParts): string[] {
  if (!card) return []
  const buttons = card.buttons.flatMap(({ label, url }) => [label, url])
  return [card.image, card.link, ...buttons, ...(card.template?.parameters ?? [])]
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
