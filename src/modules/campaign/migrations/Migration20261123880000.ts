import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Broadcasts that repeat: each run is one of its own, and there is one for each time of its series. */
export class Migration20261123880000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      alter table engage_broadcast add column series_id text, add column series_at text;
      create unique index engage_broadcast_series on engage_broadcast (series_id, series_at) where series_id is not null;
      create table engage_broadcast_missed (
        series_id text not null,
        due_at timestamptz not null,
        note text,
        primary key (series_id, due_at)
      );
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`
      drop table if exists engage_broadcast_missed;
      drop index if exists engage_broadcast_series;
      alter table engage_broadcast drop column if exists series_id, drop column if exists series_at;
    `)
  }
}
