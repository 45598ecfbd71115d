import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261122000095 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table engage_campaign (
        id text primary key,
        name text not null,
        status text not null default 'draft',
        version integer not null default 0,
        plan jsonb not null,
        scanned_at timestamptz,
        last_purchase_id bigint not null default 0,
        last_profile_id bigint not null default 0,
        published_at timestamptz,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        deleted_at timestamptz
      );
      create index engage_campaign_created on engage_campaign (created_at desc) where deleted_at is null;

      create table engage_campaign_version (
        campaign_id text not null,
        version integer not null,
        plan jsonb not null,
        runs jsonb not null,
        published_at timestamptz not null,
        primary key (campaign_id, version)
      );

      create table engage_campaign_run (
        run_id bigint primary key,
        campaign_id text not null,
        step text not null,
        attribution_days integer not null
      );
      create index engage_campaign_run_campaign on engage_campaign_run (campaign_id);
    `)

    // One row for each pass of a person through a campaign, with the way taken so far. Only people inside are in the
    // index that the engine asks, so that it costs nothing how many have ever been through.
    this.addSql(`
      create table engage_enrollment (
        id bigint generated always as identity primary key,
        campaign_id text not null,
        version integer not null,
        profile_id bigint not null,
        trigger_key text not null,
        step text,
        due_at timestamptz,
        entered_at timestamptz not null,
        ended_at timestamptz,
        reason text,
        moves integer not null default 0,
        path jsonb not null default '[]'
      ) with (fillfactor = 80);
      create unique index engage_enrollment_once on engage_enrollment (campaign_id, profile_id, trigger_key);
      create index engage_enrollment_due on engage_enrollment (campaign_id, due_at) where ended_at is null;
      create index engage_enrollment_profile on engage_enrollment (profile_id);

      create table engage_step_pass (
        campaign_id text not null,
        version integer not null,
        step text not null,
        way text not null,
        at timestamptz not null,
        people integer not null
      );
      create index engage_step_pass_campaign on engage_step_pass (campaign_id, at);
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`
      drop table if exists engage_step_pass, engage_enrollment, engage_campaign_run, engage_campaign_version, engage_campaign;
    `)
  }
}
