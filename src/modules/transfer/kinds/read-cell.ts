import { TZDate } from "@date-fns/tz"

const ISO =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?)?\s*(Z|[+-]\d\d:?\d\d)?$/
const DOTTED = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/
const SLASHED = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/
const YES = ["yes", "y", "true", "1", "subscribed", "opt-in", "optin", "active", "granted"]
const NO = ["no", "n", "false", "0", "unsubscribed", "opt-out", "optout", "inactive", "revoked"]

/** A value, or why the cell holds none. */
export type Read<T> = { value: T } | { problem: string }

/** A calendar day as `YYYY-MM-DD`. A day that could be two (03/04/2026) is refused rather than guessed. */
export function readDay(text: string): Read<string> {
  const iso = ISO.exec(text)
  if (iso) return day(text, iso[1], iso[2], iso[3])
  const dotted = DOTTED.exec(text)
  if (dotted) return day(text, dotted[3], dotted[2], dotted[1])
  const slashed = SLASHED.exec(text)
  if (!slashed) return { problem: `"${text}" is no date; write it as 2026-05-17` }
  const [, a, b, year] = slashed
  if (Number(a) > 12) return day(text, year, b, a)
  if (Number(b) > 12 || a === b) return day(text, year, a, b)
  return { problem: `"${text}" may be two days; write it as 2026-05-17` }
}

function day(text: string, year: string, month: string, date: string): Read<string> {
  const value = `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`
  const at = new Date(`${value}T00:00:00Z`)
  const exists = !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value)
  return exists ? { value } : { problem: `"${text}" is a day that does not exist` }
}

/** A moment. A time without an offset is one of the given IANA zone; a day alone is its noon there. */
export function readTime(text: string, zone: string): Read<Date> {
  const iso = ISO.exec(text)
  if (!iso) {
    const only = readDay(text)
    return "problem" in only ? only : readTime(only.value, zone)
  }
  const [, year, month, date, hour = "12", minute = "00", second = "00", offset] = iso
  const exists = day(text, year, month, date)
  if ("problem" in exists) return exists
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59)
    return { problem: `"${text}" is no time` }
  if (offset) return { value: new Date(text.replace(" ", "T")) }
  const local = new TZDate(
    Number(year),
    Number(month) - 1,
    Number(date),
    Number(hour),
    Number(minute),
    Number(second),
    zone
  )
  return { value: new Date(local.getTime()) }
}

/** Yes or no, in the words that systems use for it. */
export function readYesNo(text: string): Read<boolean> {
  const word = text.toLowerCase()
  if (YES.includes(word)) return { value: true }
  if (NO.includes(word)) return { value: false }
  return { problem: `"${text}" is neither yes nor no` }
}

/** A number; with a comma or a point before its decimals, and at most one kind of sign between thousands. */
export function readNumber(text: string): Read<number> {
  const bare = text.replace(/[\s\u00a0'’]/g, "")
  const grouped = /^[+-]?\d{1,3}([.,])\d{3}(\1\d{3})*(?!\d)/.exec(bare)
  const sign = grouped?.[1]
  const hasOther = sign && bare.slice(grouped[0].length).length > 0
  const plain = hasOther ? bare.replaceAll(sign, "") : bare
  const value = /^[+-]?\d+([.,]\d+)?$/.test(plain) ? Number(plain.replace(",", ".")) : NaN
  return Number.isFinite(value) ? { value } : { problem: `"${text}" is no number` }
}
