import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261122000004 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table engage_broadcast (
        id text primary key,
        name text not null,
        status text not null,
        channel text not null default 'email',
        topic text not null default 'news',
        segment_id text,
        exclude_segment_ids text[] not null default '{}',
        template_id text,
        attribution_days integer not null default 5,
        run_id bigint,
        started_at timestamptz,
        finished_at timestamptz,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        deleted_at timestamptz
      );
      create index engage_broadcast_updated on engage_broadcast (updated_at desc) where deleted_at is null;
      create index engage_broadcast_run on engage_broadcast (run_id) where run_id is not null;
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists engage_broadcast cascade;`)
  }
}
