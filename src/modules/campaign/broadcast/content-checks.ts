import { isDeepStrictEqual } from "node:util"
import type { Db, SqlFragment } from "../../../lib/db"
import type { EngageOptions } from "../../../lib/options"
import type { ReviewCheck } from "../../../types/broadcast"
import type { AbTest, BroadcastPlan } from "../../../types/broadcast-plan"
import { channelForm } from "../../../types/channel-form"
import { languageName } from "../../content/languages/choose"
import type { ContentParts } from "../../content/parts"
import { preflight } from "../../content/preflight/preflight"
import type { WrittenParts } from "../../content/templates/compile"
import { getTemplate } from "../../content/templates/templates"
import { spamJudge } from "../../delivery/message/spam-judge"
import { variantParts } from "./ab"
import type { BroadcastRow } from "./store"

type Context = { db: Db; options: EngageOptions; now: Date }

/** What no message can go out with. Whether to send with anything else that was found is the shop's to say. */
const FORBIDDEN = new Set(["mistakes", "fallbacks", "people"])

/**
 * What the check of a template says of each message of a broadcast, tried out on people of its own audience; what is
 * fine is told in one line. Messages of a test are named by their letters; what is true for several is told once.
 */
export async function contentChecks(
  { db, options, now }: Context,
  broadcast: BroadcastRow,
  { ab }: BroadcastPlan,
  audience: SqlFragment
): Promise<ReviewCheck[]> {
  if (!broadcast.template_id)
    return [{ level: "blocker", key: "content", message: "Choose what the broadcast says" }]
  const contents: WrittenParts[] = ab
    ? await variantParts(db, broadcast, ab)
    : [await getTemplate(db, broadcast.template_id)]
  if (contents.some((parts) => parts.channel !== broadcast.channel)) {
    const message = "The template is for another channel: choose one that fits"
    return [{ level: "blocker", key: "content", message }]
  }
  const found: Found[] = []
  for (const [i, parts] of contents.entries()) {
    const title = channelForm(broadcast.channel).title
    const own = [
      ...(title && !parts.subject.trim() ? [NO_SUBJECT] : []),
      ...(ab ? subjectCheck(ab.variants[i], parts) : []),
      ...(await textChecks({ db, options, now }, parts, audience)),
    ]
    for (const check of own) note(found, check, i)
  }
  const checks = found.map(({ check, versions }) => ({
    ...check,
    message: `${ab ? `${versionNames(versions)}: ` : ""}${check.message}`,
  }))
  if (checks.some(({ level }) => level === "blocker")) return checks
  const fine = "The message works for the people it was tried on, and each can unsubscribe"
  return [{ level: "ok", key: "content", message: fine }, ...checks]
}

/** Something that was found, and in which versions of a test. */
type Found = { check: ReviewCheck; versions: number[] }

const NO_SUBJECT: ReviewCheck = {
  level: "blocker",
  key: "subject",
  message: "The message has no subject",
}

/** What holds for several versions alike is told once. */
function note(found: Found[], check: ReviewCheck, version: number): void {
  const known = found.find((one) => isDeepStrictEqual(one.check, check))
  if (known) known.versions.push(version)
  else found.push({ check, versions: [version] })
}

/** `Version B`, or `Versions A, B and C`. */
function versionNames(versions: number[]): string {
  const letters = versions.map((version) => String.fromCharCode(65 + version))
  const names = new Intl.ListFormat("en-GB").format(letters)
  return `${letters.length > 1 ? "Versions" : "Version"} ${names}`
}

/** What the check of a template says of one message, tried out on people of the audience. */
async function textChecks(
  { db, options, now }: Context,
  parts: WrittenParts,
  people: SqlFragment
): Promise<ReviewCheck[]> {
  const { checks } = await preflight(db, parts, {
    options,
    now,
    people,
    judge: spamJudge(options, now),
  })
  return checks
    .filter(({ level }) => level !== "ok")
    .map(({ key, level, message, details }) => ({
      level: FORBIDDEN.has(key) ? level : "warning",
      key,
      message,
      details,
    }))
}

/** People who read a language for which a version has no subject of its own see the template's, and tell nothing of its subject. */
function subjectCheck(
  { subject, subjects = {} }: AbTest["variants"][number],
  { languages = [] }: ContentParts
): ReviewCheck[] {
  const own = (language: string | null) => (language === null ? subject : subjects[language])
  const all = [null, ...languages.map(({ language }) => language)]
  const missing = all.filter((language) => !own(language))
  if (!missing.length || missing.length === all.length) return []
  const names = missing.map((one) => (one === null ? "the default language" : languageName(one)))
  const message = `It has no subject of its own in ${names.join(", ")}: there the template's is used`
  return [{ level: "warning", key: "languages", message }]
}
