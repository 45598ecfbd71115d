import { type Db, query } from "../../../lib/db"
import type { StageOnMap } from "../../../types/campaign-preview"
import { LIFE_STAGES, type LifeStage, STAGE_OF } from "../../../types/life-cycle"
import type { RfmGroup } from "../../../types/profile"
import { RECIPES } from "../../campaign/recipes/list"
import { STAGED_CAMPAIGNS } from "../sql/life-cycle"
import { RFM_GROUPS } from "../sql/overview"

type Staged = StageOnMap["campaigns"][number] & { stage: LifeStage }

/** How many people are at each stage of their life with the shop, and which campaigns are meant for them. */
export async function lifeCycle(db: Db): Promise<StageOnMap[]> {
  const [counted, staged] = await Promise.all([
    query<{ group: RfmGroup; profiles: number }>(db, RFM_GROUPS),
    query<Staged>(db, STAGED_CAMPAIGNS),
  ])
  return LIFE_STAGES.map((stage) => ({
    stage,
    groups: (Object.keys(STAGE_OF) as RfmGroup[]).filter((group) => STAGE_OF[group] === stage),
    people: counted
      .filter(({ group }) => STAGE_OF[group] === stage)
      .reduce((total, { profiles }) => total + profiles, 0),
    campaigns: staged
      .filter((one) => one.stage === stage)
      .map(({ id, name, status }) => ({ id, name, status })),
    recipes: RECIPES.filter((recipe) => recipe.stage === stage).map(({ key, name }) => ({
      key,
      name,
    })),
  }))
}
