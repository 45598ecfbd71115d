/** How a language is called: `de`, `pt-BR`, `zh-Hant-TW`. */
const LANGUAGE = /^[a-z]{2,3}(-[a-z]{4})?(-([a-z]{2}|\d{3}))?$/i

/** A language as BCP 47 writes it, such as `pt-BR` for `pt_br`; `undefined` when it is none. */
export function readLanguage(name: string): string | undefined {
  const tag = name.trim().replace(/_/g, "-")
  return LANGUAGE.test(tag) ? Intl.getCanonicalLocales(tag)[0] : undefined
}

/**
 * Which of some languages somebody reads: theirs, else a wider one (`de` for `de-AT`, as RFC 4647 looks it up), else the
 * first of another country (`pt-BR` for `pt`). `null` when there is none, and the message's own language has to do.
 */
export function languageFor(available: string[], wanted: string | null): string | null {
  const read = wanted && readLanguage(wanted)
  if (!read) return null
  const parts = read.split("-")
  for (let length = parts.length; length; length--) {
    const found = parts.slice(0, length).join("-")
    if (available.includes(found)) return found
  }
  return available.find((one) => one.split("-")[0] === parts[0]) ?? null
}

/** What a language is called in English, for what the shop reads. */
export function languageName(language: string): string {
  return new Intl.DisplayNames("en", { type: "language" }).of(language) ?? language
}
