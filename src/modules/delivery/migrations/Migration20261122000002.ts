import { Migration } from "@medusajs/framework/mikro-orm/migrations"
import { monthPartitionsSql } from "../../../lib/partitions"

export class Migration20261122000002 extends Migration {
  override async up(): Promise<void> {
    // An occasion to send: one content, one channel. Its start is part of the key of its messages, so that they can be
    // partitioned by month and still be unique by (occasion, profile), which is one message a person by the database's word.
    this.addSql(`
      create table engage_run (
        id bigint generated always as identity primary key,
        started_at timestamptz not null,
        kind text not null,
        ref text not null,
        title text not null,
        channel text not null,
        topic text,
        provider text not null,
        content_id bigint not null,
        status text not null,
        is_test boolean not null default false,
        test_to text,
        sender jsonb not null,
        frozen bigint,
        finished_at timestamptz,
        last_error text,
        last_error_at timestamptz
      );
      create index engage_run_ref on engage_run (kind, ref);
      create index engage_run_active on engage_run (id) where status in ('freezing', 'sending');
    `)

    // The ledger. State, times and counters are in no index, so that results are written in place (fillfactor leaves
    // room for a second copy of each row on its page).
    this.addSql(`
      create table engage_message (
        run_id bigint not null,
        profile_id bigint not null,
        pass bigint not null default 0,
        run_at timestamptz not null,
        state smallint not null,
        attempts smallint not null default 0,
        reason smallint,
        sent_at timestamptz,
        delivered_at timestamptz,
        opened_at timestamptz,
        clicked_at timestamptz,
        channel text not null,
        provider_id text,
        error text,
        primary key (run_id, profile_id, pass, run_at)
      ) partition by range (run_at);
      create table engage_message_default partition of engage_message default with (fillfactor = 45);
      create index engage_message_profile on engage_message (profile_id, run_at desc);
    `)

    // Work is leased in chunks of some hundred messages of one run, addressed by a range of profiles. "open" holds the
    // messages that the provider has or may have, and whose outcome is not known; the counts are those of the last release.
    this.addSql(`
      create table engage_chunk (
        id bigint generated always as identity primary key,
        run_id bigint not null,
        run_at timestamptz not null,
        first_profile bigint not null,
        last_profile bigint not null,
        size integer not null,
        accepted integer not null default 0,
        failed integer not null default 0,
        skipped integer not null default 0,
        uncertain integer not null default 0,
        not_before timestamptz not null default '-infinity',
        lease_until timestamptz,
        touched_at timestamptz,
        epoch integer not null default 0,
        attempts integer not null default 0,
        halted boolean not null default false,
        done boolean not null default false,
        worker text,
        open bigint[] not null default '{}'
      ) with (fillfactor = 50);
      create index engage_chunk_due on engage_chunk (run_id, not_before) where not done;
    `)

    this.addSql(`
      create table engage_message_event (
        id bigint generated always as identity,
        at timestamptz not null,
        run_id bigint not null,
        profile_id bigint not null,
        pass bigint not null default 0,
        kind text not null,
        verdict text,
        link smallint,
        detail jsonb,
        primary key (id, at)
      ) partition by range (at);
      create table engage_message_event_default partition of engage_message_event default;
      create index engage_message_event_run on engage_message_event (run_id, kind, at);
      create index engage_message_event_profile on engage_message_event (profile_id, at desc);

      create table engage_suppression (
        channel text not null,
        address text not null,
        reason text not null,
        detail text,
        at timestamptz not null default now(),
        primary key (channel, address)
      );

      create table engage_sandbox_mail (
        id bigint generated always as identity primary key,
        at timestamptz not null default now(),
        run_id bigint not null,
        profile_id bigint not null,
        pass bigint not null default 0,
        recipient text not null,
        headers jsonb not null,
        subject text not null,
        html text not null,
        text text not null
      );
      create unique index engage_sandbox_mail_message on engage_sandbox_mail (run_id, profile_id, pass);
    `)

    const now = new Date()
    this.addSql(monthPartitionsSql("engage_message", now, now, 45))
    this.addSql(monthPartitionsSql("engage_message_event", now, now))
  }

  override async down(): Promise<void> {
    this.addSql(`
      drop table if exists engage_sandbox_mail, engage_suppression, engage_message_event, engage_chunk, engage_message,
        engage_run cascade;
    `)
  }
}
