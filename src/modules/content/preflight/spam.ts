/** Phrases that filters and readers have learned to distrust, in the languages where they are known. */
const PHRASES =
  /\b(100% free|act now|buy now!|cash bonus|click here|congratulations!|double your|earn \$|free money|guaranteed winner|limited time only|lose weight|make money|no obligation|no risk|order now!|risk[- ]free|urgent!|viagra|winner!|you have been selected|you won)\b/gi

const MAX_MARKS = 2
const SHORTEST_SHOUT = 8

/** What in a subject and text reads like spam to a filter; a heuristic in the manner of SpamAssassin's body rules. */
export function spamSigns(subject: string, text: string): string[] {
  const words = subject.replace(/\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}/g, "")
  const letters = words.replace(/[^\p{L}]/gu, "")
  const signs: string[] = []
  if (
    letters.length >= SHORTEST_SHOUT &&
    letters === letters.toUpperCase() &&
    letters !== letters.toLowerCase()
  ) {
    signs.push("The subject is all capitals")
  }
  if ((words.match(/!/g) ?? []).length > MAX_MARKS || /[!?]{2,}/.test(words)) {
    signs.push("The subject has many exclamation marks")
  }
  if (/^\s*(re|fwd?):/i.test(words)) signs.push("The subject pretends to be an answer")
  const phrases = `${words} ${text}`.match(PHRASES) ?? []
  for (const phrase of new Set(phrases.map((found) => found.toLowerCase()))) {
    signs.push(`“${phrase}” is a phrase that filters distrust`)
  }
  return signs
}
