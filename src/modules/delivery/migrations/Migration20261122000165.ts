import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261122000165 extends Migration {
  override async up(): Promise<void> {
    // A run that takes over, on another channel, the people whom the one before did not reach. A message that was taken over
    // says when, and so is taken over once.
    this.addSql(`
      alter table engage_run
        add column follows bigint,
        add column follow_after_minutes integer;
      create index engage_run_follows on engage_run (follows) where follows is not null;
      alter table engage_message add column cascaded_at timestamptz;
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`
      drop index if exists engage_run_follows;
      alter table engage_run drop column if exists follows, drop column if exists follow_after_minutes;
      alter table engage_message drop column if exists cascaded_at;
    `)
  }
}
