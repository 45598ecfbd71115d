import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** One step asks who people are and what let them in: `condition` becomes part of `filter`, and graphs version 2. */
export class Migration20261123910000 extends Migration {
  override async up(): Promise<void> {
    const filter = `(s.value - 'type') || '{"type": "filter", "rules": null}'`
    for (const table of TABLES)
      this.addSql(rewritten(table, "1", "2", `s.value ->> 'type' = 'condition'`, filter))
  }

  /** Of a step that asks both, what let people in is not asked any more. */
  override async down(): Promise<void> {
    const isFilter = `s.value ->> 'type' = 'filter'`
    const old = `case when s.value -> 'rules' = 'null' then (s.value - 'rules' - 'match') || '{"type": "condition"}'
      else s.value - 'conditions' - 'match' end`
    for (const table of TABLES) this.addSql(rewritten(table, "2", "1", isFilter, old))
  }
}

const TABLES = ["engage_campaign", "engage_campaign_version"]

/** Graphs of one version become the other, with some of their steps as they are written there. */
function rewritten(table: string, from: string, to: string, which: string, becomes: string) {
  return `
    update ${table}
    set plan = jsonb_set(plan, '{graph}', plan -> 'graph' || jsonb_build_object('version', ${to}, 'steps', coalesce((
      select jsonb_object_agg(s.key, case when ${which} then ${becomes} else s.value end)
      from jsonb_each(plan #> '{graph,steps}') s
    ), '{}')))
    where plan #>> '{graph,version}' = '${from}';
  `
}
