import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261122000151 extends Migration {
  override async up(): Promise<void> {
    // How far a follower has read. What was written up to "bound" is decided once the transactions in "writers" ended.
    this.addSql(`
      create table engage_feed_mark (
        follower text not null,
        feed text not null,
        mark bigint not null,
        bound bigint,
        writers text[] not null default '{}',
        primary key (follower, feed)
      );

      create table engage_webhook (
        id text primary key,
        url text not null,
        description text not null default '',
        types text[] not null,
        status text not null default 'active',
        stopped_because text,
        secret text not null,
        old_secret text,
        old_secret_until timestamptz,
        failures integer not null default 0,
        failing_since timestamptz,
        rests_until timestamptz,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        deleted_at timestamptz
      );

      create table engage_webhook_event (
        id bigint generated always as identity primary key,
        type text not null,
        at timestamptz not null,
        data json not null,
        created_at timestamptz not null
      );
      create index engage_webhook_event_created on engage_webhook_event (created_at);

      create table engage_webhook_delivery (
        id bigint generated always as identity primary key,
        webhook_id text not null,
        event_id bigint not null,
        state text not null default 'waiting',
        attempts integer not null default 0,
        not_before timestamptz not null,
        lease_until timestamptz,
        done_at timestamptz,
        last_status integer,
        last_error text
      ) with (fillfactor = 80);
      create index engage_webhook_delivery_due on engage_webhook_delivery (webhook_id, not_before) where state = 'waiting';
      create index engage_webhook_delivery_failed on engage_webhook_delivery (webhook_id, event_id) where state = 'failed';
      create index engage_webhook_delivery_log on engage_webhook_delivery (webhook_id, id desc);
      create index engage_webhook_delivery_event on engage_webhook_delivery (event_id);

      create table engage_webhook_attempt (
        id bigint generated always as identity primary key,
        delivery_id bigint not null,
        at timestamptz not null,
        ms integer not null,
        status integer,
        error text,
        response text
      );
      create index engage_webhook_attempt_delivery on engage_webhook_attempt (delivery_id, id);
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`
      drop table if exists engage_webhook_attempt, engage_webhook_delivery, engage_webhook_event, engage_webhook,
        engage_feed_mark;
    `)
  }
}
