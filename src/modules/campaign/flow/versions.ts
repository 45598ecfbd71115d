import { MedusaError } from "@medusajs/framework/utils"
import { type Db, queryOne } from "../../../lib/db"
import type { CampaignPlan } from "../../../types/campaign-plan"
import type { PublishedVersion } from "../../../types/campaign-flow"
import { VERSION_BY_KEY } from "../sql/campaign"
import { PUBLISHED_VERSION } from "../sql/move"

/** A published plan, which never changes, with the run of each step that sends. */
export type CampaignVersion = {
  plan: CampaignPlan
  runs: Record<string, number>
}

/** @throws MedusaError `not_found` */
export async function loadVersion(db: Db, id: string, version: number): Promise<CampaignVersion> {
  const row = await queryOne<CampaignVersion>(db, VERSION_BY_KEY, { id, version })
  if (row) return row
  throw new MedusaError(MedusaError.Types.NOT_FOUND, `Campaign ${id} has no version ${version}`)
}

const known = new Map<string, CampaignVersion>()
const MOST_KNOWN = 1_000

/** {@link loadVersion}, once a process: only for versions whose publishing is committed. */
export async function knownVersion(db: Db, id: string, version: number): Promise<CampaignVersion> {
  const key = `${id} ${version}`
  const found = known.get(key) ?? (await loadVersion(db, id, version))
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(key, found)
  return found
}

/** A version as it was published. @throws MedusaError `not_found` */
export async function publishedVersion(
  db: Db,
  id: string,
  version: number
): Promise<PublishedVersion> {
  type Row = { version: number; published_at: Date; plan: CampaignPlan }
  const row = await queryOne<Row>(db, PUBLISHED_VERSION, { id, version })
  if (row) return { ...row, published_at: row.published_at.toISOString() }
  throw new MedusaError(MedusaError.Types.NOT_FOUND, `Campaign ${id} has no version ${version}`)
}
