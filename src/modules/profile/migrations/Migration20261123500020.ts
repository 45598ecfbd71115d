import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What failed in the background, each kind of failure once with how often; texts are kept without secrets. */
export class Migration20261123500020 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table engage_failure (
        place text not null,
        message text not null,
        first_at timestamptz not null,
        last_at timestamptz not null,
        times integer not null default 1,
        primary key (place, message)
      );
      create index engage_failure_last on engage_failure (last_at desc);
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists engage_failure;`)
  }
}
