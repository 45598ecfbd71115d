import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261122000091 extends Migration {
  override async up(): Promise<void> {
    // How it is sent and judged is one document that is checked when it is written; what the loop looks for is a column.
    this.addSql(`
      alter table engage_broadcast
        add column plan jsonb not null default '{}',
        add column collect_at timestamptz,
        add column note text,
        add column folder text,
        add column archived_at timestamptz;
      create index engage_broadcast_due on engage_broadcast (collect_at) where status = 'scheduled';
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`
      drop index if exists engage_broadcast_due;
      alter table engage_broadcast
        drop column if exists plan, drop column if exists collect_at, drop column if exists note,
        drop column if exists folder, drop column if exists archived_at;
    `)
  }
}
