import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** The parts of files that are taken out are kept for a day, so that a download that broke off can go on. */
export class Migration20261123821000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      alter table engage_export add column making integer not null default 0;
      create table engage_export_part (
        export_id text not null,
        making integer not null,
        part integer not null,
        bytes_from bigint not null,
        bytes integer not null,
        next bigint,
        content bytea not null,
        made_at timestamptz not null default now(),
        primary key (export_id, making, part)
      );
      alter table engage_export_part alter column content set storage external;
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`
      drop table if exists engage_export_part;
      alter table engage_export drop column if exists making;
    `)
  }
}
