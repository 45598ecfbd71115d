/** A table whose rows belong to one person each, and what tells such a row apart. */
export type MovedTable = {
  table: string
  key: string[]
  /** A person has a row once for each key: what the kept one has too stays behind. */
  once?: true
}

const MOVED_TABLES: MovedTable[] = [
  { table: "engage_identity", key: ["kind", "value"] },
  { table: "engage_purchase", key: ["id"] },
  { table: "engage_consent_log", key: ["id", "at"] },
  { table: "engage_value_log", key: ["id", "at"] },
  { table: "engage_opt_in", key: ["id"] },
  { table: "engage_event", key: ["id", "at"] },
  { table: "engage_visitor", key: ["id"] },
  { table: "engage_session", key: ["id"] },
  { table: "engage_merge_log", key: ["id"] },
  { table: "engage_bounce", key: ["id"] },
  { table: "engage_endpoint", key: ["id"] },
  { table: "engage_profile_tag", key: ["tag"], once: true },
  { table: "engage_frequency", key: ["channel", "topic"], once: true },
]

/** Has the rows of another module's table move with their person too; called once, when that module is loaded. */
export function moveWithPeople(table: MovedTable): void {
  MOVED_TABLES.push(table)
}

/** The tables whose rows move with the person when two are merged, and back when that is undone. */
export function movedTables(): readonly MovedTable[] {
  return MOVED_TABLES
}
