import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261122000030 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      alter table engage_segment
        add column folder text not null default '',
        add column owner_id text,
        add column version integer not null default 1,
        add column archived_at timestamptz,
        add column due_at timestamptz,
        add column reachable_sms integer;
      create index engage_segment_due on engage_segment (due_at nulls first) where deleted_at is null;

      create table engage_segment_version (
        segment_no integer not null,
        version integer not null,
        name text not null,
        rules jsonb not null,
        at timestamptz not null,
        actor_id text,
        primary key (segment_no, version)
      );
      insert into engage_segment_version (segment_no, version, name, rules, at)
      select no, 1, name, rules, updated_at from engage_segment;
    `)

    // Who entered and left, until it has been told to the event bus.
    this.addSql(`
      create table engage_segment_news (
        id bigint generated always as identity primary key,
        segment_no integer not null,
        entered boolean not null,
        at timestamptz not null,
        profile_ids bigint[] not null
      );
    `)

    this.addSql(`
      create table engage_audience (
        id text primary key,
        no integer generated always as identity unique,
        name text not null,
        description text not null default '',
        folder text not null default '',
        owner_id text,
        origin jsonb not null,
        profiles integer not null default 0,
        taken jsonb not null,
        taken_at timestamptz not null,
        archived_at timestamptz,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        deleted_at timestamptz
      );
      create table engage_audience_member (
        audience_no integer not null,
        profile_id bigint not null,
        added_at timestamptz not null,
        primary key (audience_no, profile_id)
      ) partition by hash (audience_no);
      create index engage_audience_member_profile on engage_audience_member (profile_id);

      create table engage_audience_change (
        id bigint generated always as identity primary key,
        audience_no integer not null,
        at timestamptz not null,
        actor_id text,
        added boolean not null,
        profile_ids bigint[] not null,
        source text not null,
        undone_at timestamptz
      );
      create index engage_audience_change_audience on engage_audience_change (audience_no, id desc);
    `)
    for (let part = 0; part < 8; part++) {
      this.addSql(`
        create table engage_audience_member_${part} partition of engage_audience_member
          for values with (modulus 8, remainder ${part});
      `)
    }

    // Segments that a Medusa customer group follows.
    this.addSql(`
      create table engage_segment_group (
        segment_no integer primary key,
        group_id text not null,
        synced_at timestamptz,
        error text,
        created_at timestamptz not null default now()
      );
      create table engage_segment_group_log (
        id bigint generated always as identity primary key,
        segment_no integer not null,
        at timestamptz not null,
        added integer not null,
        removed integer not null,
        error text
      );
      create index engage_segment_group_log_segment on engage_segment_group_log (segment_no, id desc);
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`
      drop table if exists engage_segment_group_log, engage_segment_group, engage_audience_change, engage_audience_member,
        engage_audience, engage_segment_news, engage_segment_version cascade;
      alter table engage_segment drop column if exists folder, drop column if exists owner_id,
        drop column if exists version, drop column if exists archived_at, drop column if exists due_at,
        drop column if exists reachable_sms;
    `)
  }
}
