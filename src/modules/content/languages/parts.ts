import type { ContentParts } from "../parts"

/** A message in one of its languages alone; `null` is its own, which is there for everybody else. */
export function inLanguage<Parts extends ContentParts>(
  { languages, ...own }: Parts,
  language: string | null
): Omit<Parts, "languages"> {
  const other = languages?.find((one) => one.language === language)
  if (!other) return own
  const { language: _, ...parts } = other
  return { ...own, ...parts }
}

/** The languages of a message, its own (`null`) first. */
export function languagesOf({ languages = [] }: ContentParts): (string | null)[] {
  return [null, ...languages.map(({ language }) => language)]
}
