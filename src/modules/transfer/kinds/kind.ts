import type { Db } from "../../../lib/db"
import type { EngageOptions } from "../../../lib/options"
import type {
  ImportField,
  ImportKindKey,
  ImportOutcome,
  ImportSettings,
} from "../../../types/transfer"

/** A row by the fields that its columns are mapped to; fields without a column are missing, empty cells are "". */
export type MappedRow = { row: number; values: Record<string, string> }

export type RowResult = {
  outcome: ImportOutcome
  /** Why it was refused, or what was left alone. */
  message?: string | null
  /** What {@link ImportKind.undo} needs to take the row back. */
  undo?: unknown
}

export type ImportContext = {
  options: EngageOptions
  settings: ImportSettings
  /** Stands in every log entry and fact that the import writes. */
  importId: string
  actor: string | null
  now: Date
}

/** One kind of thing that files bring in. */
export interface ImportKind {
  readonly key: ImportKindKey
  /** Of these at least one must be mapped. */
  readonly identifiedBy: string[]
  /** Rows with the same value of this field belong together and stand one after the other. */
  readonly groupedBy?: string
  fields(db: Db): Promise<ImportField[]>
  /** Writes rows inside the caller's transaction; what is wrong with one row refuses that row alone. One result a row, in order. */
  apply(db: Db, rows: MappedRow[], context: ImportContext): Promise<RowResult[]>
  /** Takes rows back, as far as nobody has changed them since; latest row first. */
  undo(db: Db, rows: unknown[], context: ImportContext): Promise<void>
}
