import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { decodeTimeCursor, page } from "../../../lib/cursor"
import { type Db, execute, query, queryOne } from "../../../lib/db"
import { type FiledFilter, filedParams } from "../../../lib/filed"
import { wake } from "../../../lib/wake"
import type { CampaignStatus, ListedCampaign } from "../../../types/campaign"
import type { CampaignPlan } from "../../../types/campaign-plan"
import type { LifeStage } from "../../../types/life-cycle"
import {
  CAMPAIGN_BY_ID,
  DELETE_CAMPAIGN,
  INSERT_CAMPAIGN,
  LIST_CAMPAIGNS,
  SET_ATTRIBUTION,
  UPDATE_CAMPAIGN,
} from "../sql/campaign"

/** A campaign as stored; `plan` is the draft. */
export type CampaignRow = {
  id: string
  name: string
  /** The empty one is none. */
  folder: string
  tags: string[]
  status: CampaignStatus
  stage: LifeStage | null
  version: number
  /** How often the draft was changed. */
  revision: number
  plan: CampaignPlan
  published_plan: CampaignPlan | null
  split_tests: Record<string, string | null>
  inside: number
  entered: number
  scanned_at: Date | null
  published_at: Date | null
  created_at: Date
  updated_at: Date
}

/** What a list shows of a campaign. */
export type ListedCampaignRow = Omit<
  ListedCampaign,
  "published_at" | "created_at" | "updated_at"
> & {
  published_at: Date | null
  created_at: Date
  updated_at: Date
}

/** What a new campaign has until somebody says otherwise. */
export const EMPTY_PLAN: CampaignPlan = {
  trigger: null,
  entry_rules: null,
  reentry: { mode: "once" },
  exit_on_order: false,
  topic: "news",
  attribution_days: null,
  graph: { version: 2, first: null, steps: {} },
}

/** Saves a new draft. */
export async function createCampaign(
  db: Db,
  input: { name: string; folder?: string; stage?: LifeStage | null; plan?: Partial<CampaignPlan> },
  now: Date
): Promise<CampaignRow> {
  const id = generateEntityId(undefined, "cmp")
  const plan = JSON.stringify({ ...EMPTY_PLAN, ...input.plan })
  await execute(db, INSERT_CAMPAIGN, {
    id,
    name: input.name,
    folder: input.folder ?? "",
    stage: input.stage ?? null,
    plan,
    now,
  })
  return getCampaign(db, id)
}

/** @throws MedusaError `not_found` */
export async function getCampaign(db: Db, id: string): Promise<CampaignRow> {
  const row = await queryOne<CampaignRow>(db, CAMPAIGN_BY_ID, { id })
  if (row) return row
  throw new MedusaError(MedusaError.Types.NOT_FOUND, `Campaign with id ${id} was not found`)
}

/** A page of campaigns without their steps, newest first; those put away only when they are asked for. */
export async function listCampaigns(
  db: Db,
  input: FiledFilter & { status?: CampaignStatus; limit: number; cursor?: string }
): Promise<{ rows: ListedCampaignRow[]; next_cursor: string | null }> {
  const cursor = decodeTimeCursor(input.cursor)
  const rows = await query<ListedCampaignRow>(db, LIST_CAMPAIGNS, {
    ...filedParams(input),
    status: input.status ?? null,
    after: cursor?.value ?? null,
    after_id: cursor?.id ?? null,
    limit: input.limit + 1,
  })
  return page(rows, input.limit, (row) => ({ value: row.created_at.toISOString(), id: row.id }))
}

export type CampaignChange = {
  name?: string
  folder?: string
  stage?: LifeStage | null
  plan?: CampaignPlan
  /** Of the draft that is changed; left out, whichever it is. */
  revision?: number
}

/**
 * Changes the draft; people inside stay on what was published. How orders are credited holds at once, for every version.
 * @throws MedusaError `not_found`; `not_allowed` when it is archived; `conflict` when somebody changed it since `revision`
 */
export async function updateCampaign(
  db: Db,
  id: string,
  change: CampaignChange,
  now: Date
): Promise<CampaignRow> {
  const { name = null, folder = null, stage = null, plan, revision = null } = change
  await db.transaction(async (trx) => {
    const changed = await execute(trx, UPDATE_CAMPAIGN, {
      ...{ id, name, folder, stage, revision, now },
      staged: change.stage !== undefined,
      plan: plan ? JSON.stringify(plan) : null,
    })
    if (!changed) throw unchanged(await getCampaign(trx, id))
    if (!plan) return
    const { attribution_days: days, attribution_terms: terms = {} } = plan
    await execute(trx, SET_ATTRIBUTION, { id, days, terms: JSON.stringify(terms) })
    await wake(trx, "engage_report")
  })
  return getCampaign(db, id)
}

function unchanged({ status, revision }: CampaignRow): MedusaError {
  return status === "archived"
    ? new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        "The campaign is archived: make a copy to go on with it"
      )
    : new MedusaError(
        MedusaError.Types.CONFLICT,
        `revision: somebody else changed the campaign meanwhile, it has revision ${revision}: read it again before you change it`
      )
}

/** Deletes a draft. @throws MedusaError `not_allowed` when it was published: its messages are part of the record */
export async function deleteCampaign(db: Db, id: string, now: Date): Promise<void> {
  if (await execute(db, DELETE_CAMPAIGN, { id, now })) return
  await getCampaign(db, id)
  throw new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    "A campaign that was published cannot be deleted: archive it instead"
  )
}
