import type { Db, SqlFragment } from "../../../lib/db"
import type { EngageOptions } from "../../../lib/options"
import type { AbTest, BroadcastPlan, ReviewCheck } from "../../../types/broadcast"
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
 * fine is told in one line. Messages of a test are named by their letters.
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
  const found: ReviewCheck[] = []
  for (const [i, parts] of contents.entries()) {
    const prefix = ab ? `Version ${String.fromCharCode(65 + i)}: ` : ""
    if (channelForm(broadcast.channel).title && !parts.subject.trim())
      found.push({
        level: "blocker",
        key: "subject",
        message: `${prefix}The message has no subject`,
      })
    if (ab) found.push(...subjectCheck(prefix, ab.variants[i], parts))
    const { checks } = await preflight(db, parts, {
      options,
      now,
      people: audience,
      judge: spamJudge(options, now),
    })
    for (const { key, level, message, details } of checks) {
      if (level === "ok") continue
      const weight = FORBIDDEN.has(key) ? level : "warning"
      found.push({ level: weight, key, message: prefix + message, details })
    }
  }
  if (found.some(({ level }) => level === "blocker")) return found
  const fine = "The message works for the people it was tried on, and each can unsubscribe"
  return [{ level: "ok", key: "content", message: fine }, ...found]
}

/** People who read a language for which a version has no subject of its own see the template's, and tell nothing of its subject. */
function subjectCheck(
  prefix: string,
  { subject, subjects = {} }: AbTest["variants"][number],
  { languages = [] }: ContentParts
): ReviewCheck[] {
  const own = (language: string | null) => (language === null ? subject : subjects[language])
  const all = [null, ...languages.map(({ language }) => language)]
  const missing = all.filter((language) => !own(language))
  if (!missing.length || missing.length === all.length) return []
  const names = missing.map((one) => (one === null ? "the default language" : languageName(one)))
  const message = `${prefix}It has no subject of its own in ${names.join(", ")}: there the template's is used`
  return [{ level: "warning", key: "languages", message }]
}
