import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Files that go along with e-mail: what is known of each, and where the shop keeps it. */
export class Migration20261123810010 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table engage_attachment (
        id text primary key,
        file_id text not null,
        name text not null,
        type text not null,
        size integer not null,
        created_at timestamptz not null default now()
      );
      alter table engage_template add column attachments jsonb not null default '[]';
      alter table engage_content add column attachments jsonb not null default '[]';
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`
      alter table engage_content drop column if exists attachments;
      alter table engage_template drop column if exists attachments;
      drop table if exists engage_attachment cascade;
    `)
  }
}
