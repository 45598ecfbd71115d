import { subDays } from "date-fns"
import { type Db, execute } from "../../../lib/db"
import type { EngageOptions } from "../../../lib/options"
import { askDns } from "../contact/mail-host"
import { countCities } from "./cities"
import { readState, writeState } from "../state"
import { countDomains, lookUpDomains } from "./domains"
import { runBatch } from "./run"
import { VISITORS_DUE } from "./sql/visits"

const STATE = "quality_round"

/** When everybody was last looked through, and how long that took. */
type Round = { at: string; ms: number }

/**
 * What the sync loop does for data quality when no contact values wait: a batch of the run that somebody started, the
 * spelling of towns, slips in e-mail domains, their mail servers.
 * @returns whether there may be more to do
 */
export async function keepQuality(db: Db, options: EngageOptions, now: Date): Promise<boolean> {
  if (await runBatch(db, options, now)) return true
  await countCities(db, now)
  await lookRound(db, now)
  return options.contacts.mailServers && lookUpDomains(db, askDns, now)
}

/**
 * Looks everybody through for new e-mail domains and for browsers that told a time zone. At most a hundredth of the time goes
 * into it, and a shop that is done in a second is looked through every two minutes.
 */
async function lookRound(db: Db, now: Date): Promise<void> {
  const last = await readState<Round>(db, STATE)
  const wait = Math.max(120_000, 100 * (last?.ms ?? 0))
  if (last && now.getTime() - new Date(last.at).getTime() < wait) return
  const started = Date.now()
  await countDomains(db)
  await execute(db, VISITORS_DUE, { since: last?.at ?? subDays(now, 60) })
  await writeState(db, STATE, { at: now.toISOString(), ms: Date.now() - started })
}
