const LETTERS = [..."abcdefghijklmnopqrstuvwxyz"]

/** Every language that has a code of two letters and a name, by name. */
export function allLanguages(nameOf: (code: string) => string): string[] {
  return LETTERS.flatMap((first) => LETTERS.map((second) => first + second))
    .filter((code) => nameOf(code) !== code)
    .sort((a, b) => nameOf(a).localeCompare(nameOf(b)))
}

/** A language as it is written properly, `pt-BR` for `pt_br`; `undefined` when the text is none. */
export function readTag(text: string): string | undefined {
  const tag = text.trim().replaceAll("_", "-")
  if (!/^[a-z]{2,3}(-[a-z]{4})?(-([a-z]{2}|\d{3}))?$/i.test(tag)) return undefined
  return Intl.getCanonicalLocales(tag)[0]
}
