import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261122000090 extends Migration {
  override async up(): Promise<void> {
    // What was agreed for a whole run. The window is in minutes of the recipient's day; without one, any hour will do.
    this.addSql(`
      alter table engage_run
        add column window_from smallint,
        add column window_to smallint,
        add column lifetime_minutes integer;
    `)

    // Messages of a run that are due at one time with one content share a slot, and each chunk is of one slot. So a time
    // or a content is changed for all of them in one small row, and no message is written for it.
    this.addSql(`
      alter table engage_message add column slot integer not null default 0;
      alter table engage_chunk add column slot integer not null default 0;
      create table engage_run_slot (
        run_id bigint not null,
        slot integer not null,
        due_at timestamptz not null,
        variant smallint,
        held boolean not null default false,
        chosen boolean not null default false,
        primary key (run_id, slot)
      );
    `)

    // Only runs with a limit have a row: it moves once a claim, not once a message.
    this.addSql(`
      create table engage_run_pace (
        run_id bigint primary key,
        per_minute integer not null,
        next_at timestamptz not null default '-infinity'
      );
      create table engage_run_variant (
        run_id bigint not null,
        variant smallint not null,
        content_id bigint not null,
        sender jsonb not null,
        primary key (run_id, variant)
      );
      create table engage_run_version (
        run_id bigint not null,
        version integer not null,
        at timestamptz not null,
        content_id bigint not null,
        changed text[] not null,
        primary key (run_id, version)
      );
    `)

    this.addSql(`
      create table engage_contact_rule (
        id text primary key,
        no smallint generated always as identity unique,
        name text not null,
        type text not null,
        channel text,
        topic text,
        kind text,
        max_messages smallint,
        per_hours integer,
        quiet_from smallint,
        quiet_to smallint,
        behaviour text not null,
        max_delay_hours integer not null default 72,
        priority integer not null default 0,
        enabled boolean not null default true,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        deleted_at timestamptz
      );
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`
      drop table if exists engage_contact_rule, engage_run_version, engage_run_variant, engage_run_pace, engage_run_slot
        cascade;
      alter table engage_chunk drop column if exists slot;
      alter table engage_message drop column if exists slot;
      alter table engage_run
        drop column if exists window_from, drop column if exists window_to, drop column if exists lifetime_minutes;
    `)
  }
}
