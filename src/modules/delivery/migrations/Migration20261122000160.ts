import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261122000160 extends Migration {
  override async up(): Promise<void> {
    // An account is a channel and the service it sends through. What one worker hears from it, all workers know.
    this.addSql(`
      create table engage_sending_account (
        account text primary key,
        refusals integer not null default 0,
        closed_until timestamptz,
        probe_until timestamptz,
        opened_at timestamptz,
        last_error text,
        last_error_at timestamptz
      );
    `)

    // Limits of an account, or of what it sends to one destination. A permit is held while a message is on its way, and
    // counts for the whole window from the moment its end is known: so no window that the receiver measures has more.
    this.addSql(`
      create table engage_sending_limit (
        id bigint generated always as identity primary key,
        account text not null,
        destination text not null default '',
        seconds integer not null,
        max integer not null,
        unique (account, destination, seconds)
      );
      create table engage_sending_hold (
        limit_id bigint not null references engage_sending_limit on delete cascade,
        holder text not null,
        count integer not null,
        until timestamptz not null,
        primary key (limit_id, holder)
      );
      create table engage_sending_use (
        limit_id bigint not null references engage_sending_limit on delete cascade,
        ends_at timestamptz not null,
        count integer not null,
        primary key (limit_id, ends_at)
      );
    `)

    this.addSql(`
      create table engage_warm_up (
        account text primary key,
        started_on date not null,
        first_day integer not null,
        growth_percent integer not null,
        full_day integer not null
      );
      create table engage_sending_day (
        account text not null,
        day date not null,
        sent integer not null,
        primary key (account, day)
      );
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`
      drop table if exists engage_sending_day, engage_warm_up, engage_sending_use, engage_sending_hold,
        engage_sending_limit, engage_sending_account;
    `)
  }
}
