import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261123600030 extends Migration {
  override async up(): Promise<void> {
    // The shop's own rule, and when the orders of a run were credited anew after its rule had changed.
    this.addSql(`
      create table engage_attribution_rule (
        id boolean primary key default true check (id),
        days integer not null,
        terms jsonb not null default '{}',
        changed_at timestamptz
      );
      insert into engage_attribution_rule (days) values (5);
      create table engage_attribution_run (
        run_id bigint primary key,
        computed_at timestamptz not null
      );
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists engage_attribution_rule, engage_attribution_run;`)
  }
}
