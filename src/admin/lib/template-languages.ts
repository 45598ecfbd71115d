import type { TemplateInput } from "../hooks/api/templates"
import type { TemplateLanguage, TemplatePreview, TemplateProblem } from "../../types/content"

type Parts = Partial<Omit<TemplateLanguage, "language">>

/** What a draft says in one of its languages, under its own name; `null` for the one that is there for everybody else. */
export function draftIn(draft: TemplateInput, language: string | null): TemplateInput {
  const other = draft.languages?.find((one) => one.language === language)
  if (!other) return draft
  const { language: _, ...parts } = other
  return { ...draft, ...parts }
}

/** The draft with something else said in one of its languages. */
export function changeIn(
  draft: TemplateInput,
  language: string | null,
  change: Parts
): TemplateInput {
  if (language === null) return { ...draft, ...change }
  const languages = draft.languages?.map((one) =>
    one.language === language ? { ...one, ...change } : one
  )
  return { ...draft, languages }
}

/** The draft in one more language, which says for now what the draft itself does. */
export function withLanguage(draft: TemplateInput, language: string): TemplateInput {
  return { ...draft, languages: [...(draft.languages ?? []), { language, ...ownParts(draft) }] }
}

/** The draft with one of its languages saying what the draft itself does. */
export function copiedFromDefault(draft: TemplateInput, language: string): TemplateInput {
  return changeIn(draft, language, ownParts(draft))
}

/** The draft without one of its languages. */
export function withoutLanguage(draft: TemplateInput, language: string): TemplateInput {
  return { ...draft, languages: draft.languages?.filter((one) => one.language !== language) }
}

function ownParts(draft: TemplateInput): Omit<TemplateLanguage, "language"> {
  const { subject, preheader, html, text, card = null, document = null } = draft
  return { subject, preheader, html, text, card, document }
}

/** The mistakes of one language; `null` for the message's own. */
export function problemsIn(
  preview: TemplatePreview | undefined,
  language: string | null
): TemplateProblem[] {
  return (preview?.problems ?? []).filter((problem) => (problem.language ?? null) === language)
}
