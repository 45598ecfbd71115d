import type { Iso } from "./common"

export const IMPORT_KINDS = ["profiles", "purchases", "consents", "events"] as const
export type ImportKindKey = (typeof IMPORT_KINDS)[number]

/**
 * `mapping`: read in, waits for its columns to be mapped. `checking` / `checked`: tried without writing. `running` /
 * `done`. `undoing` / `undone`. `cancelled`: what was written before stays, and can be undone. `failed`: see `error`.
 */
export const IMPORT_STATUSES = [
  "mapping",
  "checking",
  "checked",
  "running",
  "done",
  "cancelled",
  "undoing",
  "undone",
  "failed",
] as const
export type ImportStatus = (typeof IMPORT_STATUSES)[number]

/** What a file's column can become. */
export type ImportField = {
  key: string
  label: string
  hint: string
  /** Without one of the required fields of a group no row can be read. */
  required: boolean
}

export type ImportKindInfo = {
  key: ImportKindKey
  /** Of these at least one has to be mapped. */
  identified_by: string[]
  fields: ImportField[]
}

/** Which column (by its name in the file) fills a field. */
export type ImportMapping = Record<string, string>

export type ImportSettings = {
  /** Whether people whom nobody knows yet become profiles. */
  create: boolean
}

/** How many rows had which outcome. */
export type ImportCounts = { created: number; updated: number; unchanged: number; refused: number }

export type Import = {
  id: string
  kind: ImportKindKey
  status: ImportStatus
  filename: string
  columns: string[]
  mapping: ImportMapping
  settings: ImportSettings
  /** Rows in the file, without the header. */
  total: number
  /** Rows dealt with in the present status. */
  processed: number
  counts: ImportCounts
  /** The outcome of the last check of this mapping, or null. */
  checked: ImportCounts | null
  error: string | null
  actor: string | null
  created_at: Iso
  started_at: Iso | null
  finished_at: Iso | null
  /** Whether what it wrote can still be taken back. */
  undoable: boolean
}

export type ImportOutcome = keyof ImportCounts

export type ImportRow = {
  /** Counts from 1, the header not counted. */
  row: number
  cells: string[]
  outcome: ImportOutcome | null
  message: string | null
}

export const EXPORT_KINDS = ["profiles", "purchases", "events", "consents"] as const
export type ExportKindKey = (typeof EXPORT_KINDS)[number]
export const EXPORT_FORMATS = ["csv", "ndjson"] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

export type Export = {
  id: string
  kind: ExportKindKey
  format: ExportFormat
  segment_id: string | null
  audience_id: string | null
  actor: string | null
  created_at: Iso
  /** Where the file is read, streamed as it is made. */
  url: string
}
