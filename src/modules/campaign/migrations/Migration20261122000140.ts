import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261122000140 extends Migration {
  override async up(): Promise<void> {
    // What somebody was given or what was found out on their way, beside what let them in.
    this.addSql(`alter table engage_enrollment add column facts jsonb not null default '{}';`)

    // What a step has others do, such as the shop's own workflows. A person's arrival at a step is one errand: `moves`
    // counts the arrivals.
    this.addSql(`
      create table engage_errand (
        id bigint generated always as identity primary key,
        campaign_id text not null,
        version integer not null,
        step text not null,
        kind text not null,
        enrollment_id bigint not null,
        moves integer not null,
        profile_id bigint not null,
        not_before timestamptz not null,
        attempts integer not null default 0,
        done_at timestamptz,
        way text,
        error text,
        constraint engage_errand_once unique (enrollment_id, moves)
      ) with (fillfactor = 80);
      create index engage_errand_waiting on engage_errand (not_before) where done_at is null;
      create index engage_errand_profile on engage_errand (profile_id);
    `)

    this.addSql(`
      create table engage_promo_code (
        errand_id bigint primary key,
        campaign_id text not null,
        version integer not null,
        step text not null,
        enrollment_id bigint not null,
        profile_id bigint,
        code text not null,
        promotion_id text not null,
        issued_at timestamptz not null,
        expires_at timestamptz,
        revoke_on_exit boolean not null,
        revoke_on_refund boolean not null,
        redeemed_at timestamptz,
        order_id text,
        ended_at timestamptz,
        ended_by text
      );
      create index engage_promo_code_open on engage_promo_code (promotion_id) where redeemed_at is null and ended_at is null;
      create index engage_promo_code_campaign on engage_promo_code (campaign_id);
      create index engage_promo_code_profile on engage_promo_code (profile_id);
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`
      drop table if exists engage_promo_code, engage_errand;
      alter table engage_enrollment drop column if exists facts;
    `)
  }
}
