import { Migration } from "@medusajs/framework/mikro-orm/migrations"
import { subMonths } from "date-fns"
import { monthPartitionsSql } from "../../../lib/partitions"

/** Events older than this many months land in the default partition. */
const MONTHS_BACK = 13

export class Migration20261122000010 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table engage_event (
        id bigint generated always as identity,
        at timestamptz not null,
        received_at timestamptz not null,
        profile_id bigint,
        visitor_id bigint,
        session_id bigint,
        name text not null,
        source text not null,
        message_id text not null,
        properties jsonb not null,
        primary key (at, id)
      ) partition by range (at);
      create table engage_event_default partition of engage_event default;
      create index engage_event_name on engage_event (name, at);
      create index engage_event_profile on engage_event (profile_id, at) where profile_id is not null;
      create index engage_event_session on engage_event (session_id) where session_id is not null;
    `)

    // What makes an event count once, whichever month it belongs to: a partitioned table can only be unique within a month.
    this.addSql(`
      create table engage_event_key (key uuid primary key, received_on date not null);

      create table engage_event_day (
        day date not null,
        name text not null,
        source text not null,
        events bigint not null,
        last_at timestamptz not null,
        primary key (day, name, source)
      ) with (fillfactor = 50);

      create table engage_event_field (
        name text not null,
        key text not null,
        kind text not null,
        first_at timestamptz not null default now(),
        primary key (name, key, kind)
      );
    `)

    this.addSql(`
      create table engage_visitor (
        id bigint generated always as identity primary key,
        key text not null unique,
        profile_id bigint,
        first_at timestamptz not null,
        claim_kind text,
        claim_value text
      ) with (fillfactor = 90);
      create index engage_visitor_profile on engage_visitor (profile_id) where profile_id is not null;
      create index engage_visitor_claim on engage_visitor (claim_kind, claim_value) where claim_kind is not null and profile_id is null;

      create table engage_session (
        id bigint generated always as identity primary key,
        visitor_id bigint not null,
        key text not null,
        profile_id bigint,
        started_at timestamptz not null,
        last_at timestamptz not null,
        pages integer not null default 0,
        products integer not null default 0,
        cart_actions integer not null default 0,
        events integer not null default 0,
        device text,
        os text,
        browser text,
        language text,
        landing text,
        referrer text,
        utm_source text,
        utm_medium text,
        utm_campaign text,
        utm_term text,
        utm_content text,
        click_id text,
        unique (visitor_id, key)
      ) with (fillfactor = 80);
      create index engage_session_profile on engage_session (profile_id, started_at) where profile_id is not null;
      create index engage_session_started on engage_session (started_at);

      create table engage_merge_log (
        id bigint generated always as identity primary key,
        visitor_id bigint not null,
        profile_id bigint not null,
        previous_profile_id bigint,
        reason text not null,
        at timestamptz not null,
        since timestamptz not null,
        events integer not null,
        sessions integer not null,
        undone_at timestamptz,
        undone_by text
      );
      create index engage_merge_log_profile on engage_merge_log (profile_id, at);
      create index engage_merge_log_visitor on engage_merge_log (visitor_id);

      create table engage_purchase_visit (
        order_id text primary key,
        visitor_id bigint not null,
        session_id bigint
      );
    `)

    this.addSql(`
      create table engage_source (
        id text primary key,
        name text not null,
        secret text not null,
        mapping jsonb not null,
        active boolean not null default true,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        deleted_at timestamptz
      );

      create table engage_source_request (
        id bigint generated always as identity primary key,
        source_id text not null,
        at timestamptz not null,
        body text not null,
        accepted integer not null,
        duplicates integer not null,
        rejected jsonb not null,
        replay_of bigint
      );
      create index engage_source_request_source on engage_source_request (source_id, id);
    `)
    const now = new Date()
    this.addSql(monthPartitionsSql("engage_event", subMonths(now, MONTHS_BACK), now))
  }

  override async down(): Promise<void> {
    this.addSql(`
      drop table if exists engage_source_request, engage_source, engage_purchase_visit, engage_merge_log, engage_session,
        engage_visitor, engage_event_field, engage_event_day,
        engage_event_key, engage_event cascade;
    `)
  }
}
