import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261122000001 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table engage_template (
        id text primary key,
        name text not null,
        channel text not null,
        subject text not null,
        preheader text not null default '',
        html text not null,
        text text,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        deleted_at timestamptz
      );
      create index engage_template_updated on engage_template (updated_at desc) where deleted_at is null;
    `)

    // What was sent, frozen: a template may change afterwards, the copy of a run never does.
    this.addSql(`
      create table engage_content (
        id bigint generated always as identity primary key,
        created_at timestamptz not null default now(),
        channel text not null,
        subject text not null,
        preheader text not null,
        html text not null,
        text text not null,
        links jsonb not null
      );
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists engage_content, engage_template cascade;`)
  }
}
