import { MedusaError } from "@medusajs/framework/utils"
import { type Db, execute, query, queryOne } from "../../../lib/db"
import { decodeTextCursor, page } from "../../../lib/cursor"
import type { EmailTypo, TypoDecision } from "../../../types/quality"
import { PROVIDER_DOMAINS } from "../contact/email"
import { suggestDomain } from "../contact/email-typo"
import { type MailResolver, providerOfHosts } from "../contact/mail-host"
import {
  CLAIM_LOOK_UPS,
  COUNT_DOMAINS,
  DECIDE_TYPO,
  DOMAINS_DUE,
  LIST_TYPOS,
  NOT_JUDGED,
  WRITE_LOOK_UPS,
  WRITE_SUGGESTIONS,
} from "./sql/domains"

const JUDGED_AT_ONCE = 5_000
/** Domains asked for side by side; each takes the name server some milliseconds. */
const ASKED_AT_ONCE = 20
const ASK_AGAIN = "30 days"

/**
 * Counts e-mail domains and looks for slips among those not seen before.
 */
export async function countDomains(db: Db): Promise<void> {
  await execute(db, COUNT_DOMAINS)
  while (await judgeSome(db)) {
    // Each round is its own work; there is nothing to do between two.
  }
}

async function judgeSome(db: Db): Promise<boolean> {
  const domains = await query<{ domain: string }>(db, NOT_JUDGED, { limit: JUDGED_AT_ONCE })
  if (!domains.length) return false
  const rows = domains.map(({ domain }) => ({ domain, suggestion: suggestDomain(domain) ?? null }))
  await execute(db, WRITE_SUGGESTIONS, { rows: JSON.stringify(rows) })
  return domains.length === JUDGED_AT_ONCE
}

/**
 * Asks for the mail servers of some domains that were never asked for, or a month ago, and has the people concerned read anew.
 * @returns whether there may be more to ask
 */
export async function lookUpDomains(db: Db, ask: MailResolver, now: Date): Promise<boolean> {
  const claimed = await query<{ domain: string }>(db, CLAIM_LOOK_UPS, {
    now,
    again: ASK_AGAIN,
    known: PROVIDER_DOMAINS,
    limit: ASKED_AT_ONCE,
  })
  if (!claimed.length) return false
  const answers = await Promise.all(
    claimed.map(async ({ domain }) => ({ domain, answer: await ask(domain) }))
  )
  const rows = answers.flatMap(({ domain, answer }) => {
    if (answer === "unknown") return []
    if (answer === "none") return [{ domain, mail: "none", provider: null }]
    return [{ domain, mail: "takes", provider: providerOfHosts(answer.hosts) ?? null }]
  })
  const changed = await query<{ domain: string }>(db, WRITE_LOOK_UPS, {
    rows: JSON.stringify(rows),
    now,
  })
  await execute(db, DOMAINS_DUE, { domains: changed.map(({ domain }) => domain) })
  return claimed.length === ASKED_AT_ONCE
}

/** Domains that may be slips, most people first: those to decide on, or those decided. */
export async function listTypos(
  db: Db,
  options: { state: "open" | "decided"; limit: number; cursor?: string }
): Promise<{ typos: EmailTypo[]; next_cursor: string | null }> {
  const after = decodeTextCursor(options.cursor)
  const found = await query<EmailTypo>(db, LIST_TYPOS, {
    state: options.state,
    after_people: after?.value ?? null,
    after_domain: after?.id ?? null,
    limit: options.limit + 1,
  })
  const { rows, next_cursor } = page(found, options.limit, (typo) => ({
    value: typo.people,
    id: typo.domain,
  }))
  return { typos: rows, next_cursor }
}

/**
 * Accepts the suggestion for everybody with the domain, now and in time to come; says that it is none; or (null) takes either
 * back. What the shop has stays as it is.
 * @throws MedusaError `not_found` when there is no suggestion for the domain
 */
export async function decideTypo(
  db: Db,
  domain: string,
  decision: TypoDecision | null,
  by: { actor: string | null; now: Date }
): Promise<EmailTypo> {
  return db.transaction(async (trx) => {
    const typo = await queryOne<EmailTypo>(trx, DECIDE_TYPO, { domain, decision, ...by })
    if (!typo)
      throw new MedusaError(MedusaError.Types.NOT_FOUND, `There is no suggestion for ${domain}`)
    await execute(trx, DOMAINS_DUE, { domains: [domain] })
    return typo
  })
}
