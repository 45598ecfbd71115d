import { promises as dns } from "node:dns"
import type { Db, SqlFragment } from "../../../lib/db"
import type { EngageOptions } from "../../../lib/options"
import type { WebhookSettings } from "../../../lib/webhook/post"
import type { Preflight, PreflightCheck } from "../../../types/preflight"
import { bakeConstants, unknownConstants } from "../constants/bake"
import { constantValues } from "../constants/store"
import { inLanguage, languagesOf } from "../languages/parts"
import type { ContentParts } from "../parts"
import { type PreviewContext, shopScopeOf } from "../preview"
import { composeContent } from "../publish/compose"
import { missingFallbacks } from "../publish/fallbacks"
import { describeProblem } from "../publish/publish"
import { messageLinks } from "../render/links"
import { loadRecipients } from "../render/recipient"
import { createRenderer } from "../render/renderer"
import { buildScope, type Scope } from "../render/scope"
import { sampleScope } from "../sample"
import { NEWEST_PEOPLE, someOf } from "../sql/preflight"
import type { WrittenParts } from "../templates/compile"
import { validateTemplate } from "../validate"
import { VARIABLES } from "../variables"
import { attachmentChecks, contentChecks, list } from "./checks"
import { deadLinks } from "./dead-links"
import { acrossLanguages, languageCheck } from "./languages"
import { type MemberTrial, tryOnMembers } from "./members"
import { type SpamJudge, spamCheck } from "./spam-check"
import { senderCheck, type TxtResolver } from "./sender"

const SAMPLE = 100
const LINK_TIMEOUT_MS = 8_000
const COST: Record<PreflightCheck["level"], number> = { ok: 0, warning: 10, blocker: 40 }

type Context = PreviewContext & {
  /** Given in tests instead of the DNS. */
  resolve?: TxtResolver
  /** A select of `profile_id`: whom it is to go to. Without it the shop's newest people are tried. */
  people?: SqlFragment
  /** SpamAssassin, if the shop has it. */
  judge?: SpamJudge | null
}

/**
 * Everything that can be found wrong with a message before anybody gets it: mistakes, links, pictures, size, words that
 * read like spam, and what 100 real people would see, in every language of it. The score is 100 less 10 for each warning and 40 for each blocker.
 */
export async function preflight(db: Db, parts: WrittenParts, context: Context): Promise<Preflight> {
  const values = await constantValues(db)
  const problems = [
    ...validateTemplate(parts).map(describeProblem),
    ...unknownConstants(parts, values).map((key) => `There is no constant called “${key}”`),
  ]
  const mistakes = list("mistakes", "No mistakes in variables and conditions", "blocker", problems)
  const fallbacks = list(
    "fallbacks",
    "All that can be unknown of a person has something to stand for it",
    "blocker",
    missingFallbacks(parts)
  )
  const checks = problems.length
    ? [mistakes]
    : [mistakes, fallbacks, ...(await rendered(db, bakeConstants(parts, values), context))]
  const score = checks.reduce((left, { level }) => left - COST[level], 100)
  return { score: Math.max(0, score), checks }
}

async function rendered(db: Db, parts: ContentParts, context: Context): Promise<PreflightCheck[]> {
  const { options, now, resolve = dns.resolveTxt } = context
  const people = samplePeople(context.people)
  const renderer = createRenderer(composeContent(parts), options.timeZone)
  const recipients = await loadRecipients(db, people, renderer)
  const shop = await shopScopeOf(db, options)
  const links = messageLinks(options.publicUrl, "preflight", now)
  const scopes = recipients.map((person) => buildScope(person, shop, links))
  const { readers, check } = languageCheck(parts, recipients)
  const said: { language: string | null; checks: PreflightCheck[] }[] = []
  for (const language of languagesOf(parts)) {
    const own = scopes.filter((_, i) => readers[i] === language)
    const checks = await checksIn(inLanguage(parts, language), own.length ? own : scopes, context)
    if (isMail(parts) && options.checkLinks)
      checks.push(await deadLinks(inLanguage(parts, language), shop.url, linkSettings(options)))
    said.push({ language, checks })
  }
  const { email } = options.channels
  const selector = email.provider === "smtp" ? email.dkim?.selector : undefined
  const dns_wanted = isMail(parts) && options.checkSenderDns
  return [
    ...acrossLanguages(said),
    ...check,
    ...attachmentChecks(parts),
    ...(dns_wanted ? [await senderCheck(options.sender.email, selector, resolve)] : []),
  ]
}

/** What is to say of a message in one language, tried out on some people; SpamAssassin sees it as the first of them does. */
async function checksIn(
  parts: ContentParts,
  scopes: Scope[],
  { options, judge }: Context
): Promise<PreflightCheck[]> {
  const content = composeContent(parts)
  const renderer = createRenderer(content, options.timeZone)
  const trial = trialChecks(tryOnMembers(parts, renderer, scopes))
  if (!isMail(parts)) return trial
  const failed = trial.some(({ level }) => level === "blocker")
  const reader = scopes[0] ?? sampleScope()
  const spam = failed
    ? []
    : await spamCheck(judge, renderer.render(reader), String(reader.profile.email))
  return [...contentChecks(parts, Buffer.byteLength(content.html)), ...trial, ...spam]
}

function linkSettings({ webhooks }: EngageOptions): WebhookSettings {
  return { allowPrivate: webhooks.allowPrivateAddresses, timeoutMs: LINK_TIMEOUT_MS }
}

function isMail({ channel = "email" }: ContentParts): boolean {
  return channel === "email"
}

function samplePeople(people: SqlFragment | undefined): SqlFragment {
  return {
    sql: people ? someOf(people.sql) : NEWEST_PEOPLE,
    params: { ...people?.params, sample_size: SAMPLE },
  }
}

function trialChecks({ people, errors, missing }: MemberTrial): PreflightCheck[] {
  if (!people) return []
  const labelOf = (path: string) =>
    VARIABLES.find((variable) => variable.path === path)?.label.toLowerCase() ?? path
  return [
    list(
      "people",
      `${people} people were tried: the message works for all of them`,
      "blocker",
      errors.map(({ message, people: n }) => `For ${n} of ${people} people: ${message}`)
    ),
    list(
      "values",
      "Everybody has what the message says, or a fallback",
      "warning",
      missing.map(
        ({ path, people: n }) =>
          `${Math.round((n / people) * 100)} % have no ${labelOf(path)}, and there is no fallback`
      )
    ),
  ]
}
