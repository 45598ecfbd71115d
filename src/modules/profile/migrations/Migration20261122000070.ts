import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261122000070 extends Migration {
  override async up(): Promise<void> {
    // What was read from the values that the raw row keeps as they were given.
    this.addSql(`
      alter table engage_profile
        add column region text,
        add column phone_operator text,
        add column phone_operator_state text;
      alter table engage_profile_raw
        add column city text,
        add column postal_code text,
        add column region text,
        add column time_zone text,
        add column email_invalid_at timestamptz,
        add column phone_invalid_at timestamptz;
      create index engage_profile_raw_domain on engage_profile_raw ((split_part(lower(btrim(email)), '@', 2)));
      update engage_profile_raw r set city = p.city, postal_code = p.postal_code, due = true
      from engage_profile p where p.id = r.profile_id;
    `)

    // How towns are spelt in this shop's own addresses. The key is what all spellings of a town have in common.
    this.addSql(`
      create table engage_city (
        country text not null,
        key text not null,
        name text not null,
        addresses integer not null,
        spellings integer not null,
        primary key (country, key)
      );
    `)

    // E-mail domains that people here have: who keeps the mailboxes, and what the domain may have been meant to be.
    this.addSql(`
      create table engage_mail_domain (
        domain text primary key,
        people integer not null default 0,
        suggestion text,
        decision text,
        decided_at timestamptz,
        decided_by text,
        judged boolean not null default false,
        mail text,
        provider text,
        looked_at timestamptz
      );
      create index engage_mail_domain_people on engage_mail_domain (people desc, domain);
      create table engage_email_fix (
        profile_id bigint primary key,
        address text not null,
        corrected text,
        at timestamptz not null,
        actor text
      );
    `)

    // Messages that did not arrive, by the address they were sent to: a new address starts clean.
    this.addSql(`
      create table engage_bounce (
        id bigint generated always as identity primary key,
        profile_id bigint not null,
        channel text not null,
        kind text not null,
        address text not null,
        reason text not null,
        at timestamptz not null,
        cleared_at timestamptz
      );
      create index engage_bounce_profile on engage_bounce (profile_id, at);
    `)

    this.addSql(`
      create table engage_quality_run (
        id bigint generated always as identity primary key,
        kind text not null,
        rules text[] not null,
        state text not null default 'waiting',
        position bigint not null default 0,
        total integer,
        checked integer not null default 0,
        changed integer not null default 0,
        actor text,
        created_at timestamptz not null,
        started_at timestamptz,
        finished_at timestamptz
      );
      create index engage_quality_run_open on engage_quality_run (id) where state in ('waiting', 'running', 'undoing');
      create table engage_quality_change (
        run_id bigint not null,
        profile_id bigint not null,
        field text not null,
        before text,
        after text,
        primary key (run_id, profile_id, field)
      );
      create index engage_quality_change_profile on engage_quality_change (profile_id);
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`
      drop table if exists engage_quality_change, engage_quality_run, engage_bounce, engage_email_fix, engage_mail_domain,
        engage_city;
      drop index if exists engage_profile_raw_domain;
      alter table engage_profile drop column if exists region, drop column if exists phone_operator,
        drop column if exists phone_operator_state;
      alter table engage_profile_raw drop column if exists city, drop column if exists postal_code,
        drop column if exists region, drop column if exists time_zone, drop column if exists email_invalid_at,
        drop column if exists phone_invalid_at;
    `)
  }
}
