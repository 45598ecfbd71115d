import { type BroadcastStatus, ON_ITS_WAY } from "../../../types/broadcast"
import type { FiledKind } from "../../../types/common"
import type { Status } from "../../../types/use"

/** What every list of things in folders knows of a row. */
export type FiledRow = {
  id: string
  name: string
  folder: string
  tags: string[]
  archived_at?: string | null
  status?: Status
  /** What it would be missed by. */
  used_in?: { name: string }[]
  /** How many people are in a campaign. */
  inside?: number
}

export const isArchived = ({ archived_at, status }: FiledRow) =>
  Boolean(archived_at) || status === "archived"

/** Whether a row can be put away, or brought back. */
export function canArchive(kind: FiledKind, row: FiledRow): boolean {
  if (kind === "campaigns") return row.status === "draft" || row.status === "paused"
  return kind !== "broadcasts" || !ON_ITS_WAY.includes(row.status as BroadcastStatus)
}
