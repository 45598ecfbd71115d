import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261122000040 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table engage_import (
        id text primary key,
        no bigint generated always as identity unique,
        kind text not null,
        status text not null,
        filename text not null,
        columns jsonb not null default '[]',
        mapping jsonb not null default '{}',
        settings jsonb not null default '{}',
        total integer not null default 0,
        next_row integer not null default 0,
        counts jsonb not null default '{"created":0,"updated":0,"unchanged":0,"refused":0}',
        checked jsonb,
        error text,
        actor text,
        created_at timestamptz not null,
        started_at timestamptz,
        finished_at timestamptz,
        rows_gone boolean not null default false
      );
      create index engage_import_recent on engage_import (created_at desc, id desc);
      create index engage_import_busy on engage_import (created_at) where status in ('checking', 'running', 'undoing');

      create table engage_import_row (
        import_no bigint not null,
        row_no integer not null,
        outcome smallint,
        unreadable boolean not null,
        cells jsonb not null,
        message text,
        undo jsonb,
        primary key (import_no, row_no)
      ) with (fillfactor = 70);

      create table engage_import_mapping (
        kind text not null,
        columns_key text not null,
        mapping jsonb not null,
        used_at timestamptz not null,
        primary key (kind, columns_key)
      );

      create table engage_export (
        id text primary key,
        kind text not null,
        format text not null,
        segment_id text,
        audience_id text,
        actor text,
        created_at timestamptz not null
      );
      create index engage_export_recent on engage_export (created_at desc, id desc);
    `)
  }

  override async down(): Promise<void> {
    this.addSql(
      `drop table if exists engage_export, engage_import_mapping, engage_import_row, engage_import cascade;`
    )
  }
}
