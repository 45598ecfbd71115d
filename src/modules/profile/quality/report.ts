import { type Db, query, queryOne } from "../../../lib/db"
import type { QualityReport } from "../../../types/quality"
import {
  COUNT_OPERATORS,
  COUNT_PROBLEMS,
  COUNT_PROVIDERS,
  COUNT_QUALITY,
  COUNT_TIME_ZONES,
} from "./sql/report"

type Lists = "time_zones" | "providers" | "operators" | "problems"

/** How good everybody's contact data is now. */
export async function qualityReport(db: Db): Promise<QualityReport> {
  const list = <Key extends Lists>(sql: string) => query<QualityReport[Key][number]>(db, sql)
  const counts = await queryOne<Omit<QualityReport, Lists>>(db, COUNT_QUALITY)
  return {
    ...counts!,
    time_zones: await list<"time_zones">(COUNT_TIME_ZONES),
    providers: await list<"providers">(COUNT_PROVIDERS),
    operators: await list<"operators">(COUNT_OPERATORS),
    problems: await list<"problems">(COUNT_PROBLEMS),
  }
}
