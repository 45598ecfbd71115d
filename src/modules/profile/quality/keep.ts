import type { Db } from "../../../lib/db"
import type { EngageOptions } from "../../../lib/options"
import { askDns } from "../contact/mail-host"
import { countCities } from "./cities"
import { countDomains, lookUpDomains } from "./domains"
import { runBatch } from "./run"

/**
 * What the sync loop does for data quality when no contact values wait: a batch of the run that somebody started, the
 * spelling of towns, slips in e-mail domains, their mail servers.
 * @returns whether there may be more to do
 */
export async function keepQuality(db: Db, options: EngageOptions, now: Date): Promise<boolean> {
  if (await runBatch(db, options, now)) return true
  await countCities(db, now)
  await countDomains(db, now)
  return options.contacts.mailServers && lookUpDomains(db, askDns, now)
}
